import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Created, Done, Id, IdParams, Key, LocalDate, line } from "./shared.ts";

/** What the public page says, and nothing else: the same shape for every code that was ever typed. */
export const CertificateStatus = z.enum(["valid", "replaced", "revoked", "expired", "unknown"]);
export type CertificateStatus = z.infer<typeof CertificateStatus>;

const MAX_LOGO_BYTES = 1_048_576;
/** One MiB in base64, with some room. */
const LOGO_BASE64 = Math.ceil(MAX_LOGO_BYTES / 3) * 4;
const SERVICE_HOURS = 9999;

export const ServiceCertificateInput = z.strictObject({
  from: LocalDate,
  until: LocalDate,
  /** Whole hours, as the coordination knows them. */
  accompanimentHours: z.number().int().min(0).max(SERVICE_HOURS),
  stammtischHours: z.number().int().min(0).max(SERVICE_HOURS),
  /** From the network's list of topics: no free text, so that nobody who was accompanied can be named. */
  tasks: z.array(Key).max(12),
});
export type ServiceCertificateInput = z.infer<typeof ServiceCertificateInput>;

export const certificatesEndpoints = {
  issueCertificates: endpoint({
    method: "POST",
    path: "/api/courses/:id/certificates",
    who: ["coordinator"],
    summary: "Issue certificates to everybody of a course, or of a list, who is ready; one person alone is refused why",
    params: IdParams,
    body: z.strictObject({ volunteerIds: z.union([z.literal("all"), z.array(Id).min(1).max(300)]) }),
    response: z.strictObject({
      issued: z.number().int(),
      /** People who lack a module or hours. */
      lacking: z.number().int(),
      /** People who had one already. */
      issuedBefore: z.number().int(),
    }),
  }),
  printCertificates: endpoint({
    method: "GET",
    path: "/api/courses/:id/certificates/pdf",
    who: ["coordinator"],
    summary: "The valid certificates of everybody in a course as one file to print, a page each",
    params: IdParams,
    response: { file: ["application/pdf"] },
    perMinute: 20,
  }),
  reissueCertificate: endpoint({
    method: "POST",
    path: "/api/certificates/:id/reissue",
    who: ["coordinator"],
    summary: "Issue a certificate anew with the name its holder has now: same number, new version, new code",
    params: IdParams,
    response: Created,
  }),
  revokeCertificate: endpoint({
    method: "POST",
    path: "/api/certificates/:id/revoke",
    who: ["coordinator"],
    summary: "Revoke a certificate; the reason is not public",
    params: IdParams,
    body: z.strictObject({ reason: line(300) }),
    response: Done,
  }),
  downloadCertificate: endpoint({
    method: "GET",
    path: "/api/certificates/:id/pdf",
    who: ["coordinator"],
    summary: "A certificate as PDF; one that no longer counts says so across the page",
    params: IdParams,
    response: { file: ["application/pdf"] },
  }),
  checkCertificate: endpoint({
    method: "GET",
    path: "/api/certificates/check/:code",
    who: "anyone",
    summary: "Valid, replaced, revoked, expired or unknown, and nothing about the person",
    params: z.strictObject({ code: z.string().max(80) }),
    response: z.strictObject({ status: CertificateStatus }),
    perMinute: 30,
  }),
  readServiceRecord: endpoint({
    method: "GET",
    path: "/api/volunteers/:id/service-certificate",
    who: ["coordinator"],
    summary: "What is known for a certificate of service: dates, hours of training, meetings, tasks",
    params: IdParams,
    response: z.strictObject({
      from: LocalDate,
      until: LocalDate,
      /** Attended in courses and single modules. */
      trainingMinutes: z.number().int(),
      /** Length of the Stammtisch meetings that were held and that the person had said yes to. */
      stammtischMinutes: z.number().int(),
      /** Topics the person offered or met about. */
      tasks: z.array(Key),
    }),
  }),
  issueServiceCertificate: endpoint({
    method: "POST",
    path: "/api/volunteers/:id/service-certificate",
    who: ["coordinator"],
    summary: "Certify what somebody who has left has done: period, hours and tasks, never whom they accompanied",
    params: IdParams,
    body: ServiceCertificateInput,
    response: Created,
  }),
  downloadCertificateByLink: endpoint({
    method: "GET",
    path: "/api/certificates/link/:token",
    who: "anyone",
    summary: "The certificate of service, by the address in the mail to somebody who has left",
    params: z.strictObject({ token: z.string().max(80) }),
    response: { file: ["application/pdf"] },
    perMinute: 20,
  }),
  readLetterhead: endpoint({
    method: "GET",
    path: "/api/letterhead",
    who: ["coordinator"],
    summary: "What the own organisation prints on certificates",
    response: z.strictObject({
      issuer: z.string(),
      hasLogo: z.boolean(),
      signatoryName: z.string(),
      signatoryRole: z.string(),
    }),
  }),
  updateLetterhead: endpoint({
    method: "PUT",
    path: "/api/letterhead",
    who: ["coordinator"],
    summary: "Change logo and signatory for certificates to come; issued ones stay as they are",
    body: z.strictObject({
      signatoryName: z.union([z.literal(""), line(80)]),
      signatoryRole: z.union([z.literal(""), line(80)]),
      /** PNG or JPEG up to 1 MB; `keep` and `none` as they say. */
      logo: z.union([
        z.enum(["keep", "none"]),
        z.strictObject({ contentBase64: z.base64().min(1, "required").max(LOGO_BASE64) }),
      ]),
    }),
    response: Done,
    bodyLimit: LOGO_BASE64 + 4096,
  }),
  downloadLogo: endpoint({
    method: "GET",
    path: "/api/letterhead/logo",
    who: ["coordinator"],
    summary: "The logo as it was uploaded",
    response: { file: ["image/png", "image/jpeg"] },
  }),
  previewLetterhead: endpoint({
    method: "GET",
    path: "/api/letterhead/preview",
    who: ["coordinator"],
    summary: "A specimen of a certificate with the letterhead as PDF",
    response: { file: ["application/pdf"] },
    perMinute: 20,
  }),
};

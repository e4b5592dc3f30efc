import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Done, Id, IdParams, line } from "./shared.ts";

export const certificatesEndpoints = {
  issueCertificates: endpoint({
    method: "POST",
    path: "/api/courses/:id/certificates",
    who: ["coordinator"],
    summary:
      "Issue certificates to those who attended every module; with one volunteer, refuses naming what is missing",
    params: IdParams,
    body: z.strictObject({ volunteerIds: z.array(Id).min(1).max(300) }),
    response: z.strictObject({ issued: z.number().int() }),
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
    summary: "A certificate as PDF",
    params: IdParams,
    response: { file: ["application/pdf"] },
  }),
  checkCertificate: endpoint({
    method: "GET",
    path: "/api/certificates/check/:code",
    who: "anyone",
    summary: "Valid, revoked or unknown, and nothing about the person",
    params: z.strictObject({ code: z.string().max(80) }),
    response: z.strictObject({ status: z.enum(["valid", "revoked", "unknown"]) }),
    perMinute: 30,
  }),
};

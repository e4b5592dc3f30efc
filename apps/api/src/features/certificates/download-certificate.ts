import type { FileReply } from "@augenhoehe/contract";
import { certificateState, Refusal } from "@augenhoehe/domain";
import { printJobOf } from "../../certificate/print-job.ts";
import type { PrintJob } from "../../certificate/typeset.ts";
import type { Tx } from "../../db/client.ts";
import {
  findCertificate,
  findServiceCertificate,
  listCertificatesToPrint,
  listCourseMemberIds,
  type CertificateToPrint,
} from "../../db/repositories/certificates.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor, VolunteerActor } from "../../http/policy.ts";
import { manageCourse } from "../../training/course-access.ts";
import { openPersonalLink } from "../../training/personal-link.ts";
import { accessCertificate } from "./certificate-access.ts";

/** Whatever became of it: one that no longer counts says so on the page. */
export async function downloadCertificate(deps: AppDeps, actor: StaffActor, id: string): Promise<FileReply> {
  return printed(
    deps,
    await deps.db.withTenant(actor.networkId, async (tx) => jobFor(deps, tx, await accessCertificate(tx, actor, id))),
  );
}

/** One's own, and only the version that stands. */
export async function downloadMyCertificate(deps: AppDeps, actor: VolunteerActor, id: string): Promise<FileReply> {
  const job = await deps.db.withTenant(actor.networkId, async (tx) => {
    const found = await findCertificate(tx, id);
    const isMine = found?.certificate.volunteerId === actor.volunteerId;
    if (!isMine || found.certificate.revokedAt !== null || found.certificate.replacedAt !== null) {
      throw new Refusal("not_found");
    }
    return jobFor(deps, tx, found);
  });
  return printed(deps, job);
}

/** For somebody who has left and cannot sign in: the certificate of service that stands. */
export async function downloadCertificateByLink(deps: AppDeps, token: string): Promise<FileReply> {
  const { networkId, volunteerId } = await openPersonalLink(deps, token, "certificate");
  const job = await deps.db.withTenant(networkId, async (tx) => {
    const found = await findServiceCertificate(tx, volunteerId);
    if (found === undefined) throw new Refusal("link_expired");
    return jobFor(deps, tx, found);
  });
  return printed(deps, job);
}

/** What a coordinator puts into the printer: a page for everybody of the course who holds a valid one. */
export async function printCertificates(deps: AppDeps, actor: StaffActor, courseId: string): Promise<FileReply> {
  const job = await deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const { row: course } = await manageCourse(tx, actor, courseId, now);
    const issued = await listCertificatesToPrint(tx, course.curriculumId, await listCourseMemberIds(tx, courseId));
    const valid = issued.filter(({ certificate }) => certificateState(certificate, now) === "valid");
    if (valid.length === 0) throw new Refusal("not_found");
    return printJobOf(deps, tx, `Zertifikate: ${course.title}`, valid);
  });
  return printed(deps, job);
}

const jobFor = (deps: AppDeps, tx: Tx, found: CertificateToPrint): Promise<PrintJob> =>
  printJobOf(deps, tx, titleOf(found), [found]);

const titleOf = ({ certificate: { kind, number, content } }: CertificateToPrint): string =>
  kind === "service" ? `Bescheinigung ${number}` : `Zertifikat ${number}: ${content.curriculumTitle}`;

const printed = async (deps: AppDeps, job: PrintJob): Promise<FileReply> => ({
  contentType: "application/pdf",
  fileName: `${job.title.replace(/:.*$/, "")}.pdf`,
  content: await deps.typesetter.print(job),
  inline: true,
});

import type { FileReply } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { printCertificate } from "../../certificate/print-certificate.ts";
import { findCertificate } from "../../db/repositories/certificates.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor, VolunteerActor } from "../../http/policy.ts";
import { accessCertificate } from "./certificate-access.ts";

type Found = NonNullable<Awaited<ReturnType<typeof findCertificate>>>;

export async function downloadCertificate(deps: AppDeps, actor: StaffActor, id: string): Promise<FileReply> {
  return printed(deps, await deps.db.withTenant(actor.networkId, (tx) => accessCertificate(tx, actor, id)));
}

/** One's own, and only while it is valid. */
export async function downloadMyCertificate(deps: AppDeps, actor: VolunteerActor, id: string): Promise<FileReply> {
  const found = await deps.db.withTenant(actor.networkId, (tx) => findCertificate(tx, id));
  const isMine = found?.certificate.volunteerId === actor.volunteerId && found.certificate.revokedAt === null;
  if (found === undefined || !isMine) throw new Refusal("not_found");
  return printed(deps, found);
}

function printed(deps: AppDeps, { certificate, network }: Found): FileReply {
  const place = { table: "certificates", column: "code_sealed", rowId: certificate.id };
  return {
    contentType: "application/pdf",
    fileName: `Zertifikat ${certificate.number}.pdf`,
    content: printCertificate({
      number: certificate.number,
      code: deps.vault.open(certificate.codeSealed, place),
      content: certificate.content,
      issuedAt: certificate.issuedAt,
      networkName: network.name,
      city: network.city,
      timeZone: network.timeZone,
      publicUrl: deps.config.publicUrl,
    }),
    inline: true,
  };
}

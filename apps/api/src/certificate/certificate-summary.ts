import type { CertificateSummary } from "@augenhoehe/contract";
import type { CertificateRow } from "../db/repositories/certificates.ts";
import type { AppDeps } from "../http/app-deps.ts";
import { openCertificateCode } from "./certificate-code.ts";
import { certificateCheckUrl } from "./certificate-sheet.ts";

/** A certificate as its holder and their coordinator see it in a list, with the address anyone can check it at. */
export function certificateSummary(deps: AppDeps, row: CertificateRow): CertificateSummary {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    version: row.version,
    holderName: row.content.holderName,
    issuedAt: row.issuedAt.toISOString(),
    validUntil: row.validUntil?.toISOString() ?? null,
    replacedAt: row.replacedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    checkUrl: certificateCheckUrl(deps.config.publicUrl, openCertificateCode(deps.vault, row)),
  };
}

import type { CertificateSummary } from "@augenhoehe/contract";
import type { CertificateRow } from "../db/repositories/certificates.ts";
import type { AppDeps } from "../http/app-deps.ts";
import { certificateCheckUrl } from "./print-certificate.ts";

/** A certificate as its holder and their coordinator see it in a list, with the address anyone can check it at. */
export function certificateSummary(deps: AppDeps, row: CertificateRow): CertificateSummary {
  const code = deps.vault.open(row.codeSealed, { table: "certificates", column: "code_sealed", rowId: row.id });
  return {
    id: row.id,
    number: row.number,
    issuedAt: row.issuedAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    checkUrl: certificateCheckUrl(deps.config.publicUrl, code),
  };
}

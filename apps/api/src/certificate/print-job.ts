import { certificateState } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import type { CertificateToPrint } from "../db/repositories/certificates.ts";
import { readLogos } from "../db/repositories/letterheads.ts";
import type { AppDeps } from "../http/app-deps.ts";
import { openCertificateCode } from "./certificate-code.ts";
import type { PrintJob } from "./typeset.ts";

/** Everything that is needed to print these certificates, in this order; those that no longer count say so. */
export async function printJobOf(
  { vault, config, clock }: Pick<AppDeps, "vault" | "config" | "clock">,
  tx: Tx,
  title: string,
  found: readonly CertificateToPrint[],
): Promise<PrintJob> {
  const now = clock();
  const logoIds = found.flatMap(({ certificate: { content } }) => content.logoId ?? []);
  return {
    title,
    logos: await readLogos(tx, [...new Set(logoIds)]),
    certificates: found.map(({ certificate, network }) => {
      const state = certificateState(certificate, now);
      return {
        number: certificate.number,
        version: certificate.version,
        code: openCertificateCode(vault, certificate),
        content: certificate.content,
        issuedAt: certificate.issuedAt,
        validUntil: certificate.validUntil,
        mark: state === "valid" ? null : state,
        networkName: network.name,
        city: network.city,
        timeZone: network.timeZone,
        publicUrl: config.publicUrl,
      };
    }),
  };
}

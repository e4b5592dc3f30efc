import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { hashCertificateCode } from "../../certificate/certificate-code.ts";
import { findCertificateStatus } from "../../db/repositories/certificates.ts";
import type { AppDeps } from "../../http/app-deps.ts";

/** One hash and one look into the index, whatever was typed. */
export async function checkCertificate(
  deps: AppDeps,
  code: string,
): Promise<EndpointOutput<typeof endpoints.checkCertificate>> {
  return { status: await findCertificateStatus(deps.db, hashCertificateCode(code), deps.clock()) };
}

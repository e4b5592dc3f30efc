import { randomUUID } from "node:crypto";
import type { NewCertificate } from "../db/repositories/certificates.ts";
import type { Letterhead } from "../db/repositories/letterheads.ts";
import type { CertificateContent } from "../db/schema/certificates.ts";
import type { Vault } from "../vault.ts";
import { hashCertificateCode, newCertificateCode, sealCertificateCode } from "./certificate-code.ts";

/** A row with an id and a code of its own; the code is sealed and known by its hash. */
export function newCertificate(
  vault: Vault,
  row: Omit<NewCertificate, "id" | "codeHash" | "codeSealed">,
): NewCertificate & { readonly id: string } {
  const id = randomUUID();
  const code = newCertificateCode();
  return { ...row, id, codeHash: hashCertificateCode(code), codeSealed: sealCertificateCode(vault, id, code) };
}

/** What an organisation's letterhead adds to a certificate on the day it is issued. */
export const letterheadContent = ({
  logoId,
  signatoryName: name,
  signatoryRole: role,
}: Letterhead): Pick<CertificateContent, "logoId" | "signatory"> => ({
  logoId,
  signatory: name === "" ? null : { name, role },
});

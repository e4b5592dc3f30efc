import { createHash, randomInt } from "node:crypto";
import type { Vault } from "../vault.ts";

/** Crockford's alphabet: no i, l, o, u, so that a code can be read aloud and typed from paper. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 28;

/** The public code of a certificate: 140 random bits. */
export function newCertificateCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** As printed, in groups of four. */
export const groupedCode = (code: string): string => code.match(/.{1,4}/g)?.join("-") ?? "";

/** However it was typed: upper case, spaces, hyphens and mixed-up letters mean the same code. */
const canonicalCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, "")
    .replaceAll("o", "0")
    .replaceAll(/[il]/g, "1");

/** What the database knows of a code. */
export const hashCertificateCode = (code: string): string =>
  createHash("sha256").update(canonicalCode(code)).digest("hex");

const codePlace = (id: string) => ({ table: "certificates", column: "code_sealed", rowId: id });

export const sealCertificateCode = (vault: Vault, id: string, code: string): string => vault.seal(code, codePlace(id));

export const openCertificateCode = (
  vault: Vault,
  { id, codeSealed }: { readonly id: string; readonly codeSealed: string },
): string => vault.open(codeSealed, codePlace(id));

import { randomBytes } from "node:crypto";
import { parseReceipt, receiptFrom } from "@augenhoehe/domain";
import type { Vault } from "../vault.ts";

/** How a receipt is stored: without the key nobody can try numbers against a stolen table. */
export const hashReceipt = (vault: Vault, receipt: string): string => vault.fingerprint(receipt, "receipt");

export const newReceipt = (): string => receiptFrom(randomBytes(16));

/** The same number each time a draft is sent, so that pressing twice cannot lose the number shown first. */
export const receiptOfDraft = (vault: Vault, draftId: string): string =>
  receiptFrom(Buffer.from(vault.fingerprint(draftId, "receipt of draft"), "hex"));

/** Hash of what somebody typed; a number that cannot be one hashes like any other and is found nowhere. */
export const hashTypedReceipt = (vault: Vault, typed: string): string =>
  hashReceipt(vault, parseReceipt(typed) ?? `not a receipt: ${typed}`);

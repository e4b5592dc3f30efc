import { isMod97, mod97CheckDigits } from "./check-digits.ts";

/** 18 random digits (10¹⁸ possibilities, kept only as a hash) and two check digits, in groups of four. */
export const RECEIPT_DIGITS = 20;
const RANDOM_DIGITS = RECEIPT_DIGITS - 2;
const RANDOM_BYTES = 16;

/** The receipt for 16 or more random bytes, as digits. So many bytes make every number equally likely. */
export function receiptFrom(random: Uint8Array): string {
  if (random.length < RANDOM_BYTES) throw new RangeError(`a receipt needs ${RANDOM_BYTES} random bytes`);
  let value = 0n;
  for (const byte of random) value = value * 256n + BigInt(byte);
  const digits = String(value % 10n ** BigInt(RANDOM_DIGITS)).padStart(RANDOM_DIGITS, "0");
  return digits + mod97CheckDigits(digits);
}

/** In groups of four, as it is printed and read out. */
export const formatReceipt = (receipt: string): string => receipt.replaceAll(/(\d{4})(?=\d)/g, "$1 ");

/**
 * The digits of a receipt as somebody typed it: spaces, dashes and Arabic or Persian digits are welcome; null when it
 * is too short, too long, or a digit is wrong.
 */
export function parseReceipt(text: string): string | null {
  const digits = toLatinDigits(text).replaceAll(/[\s\p{Cf}.\-–—/]/gu, "");
  return new RegExp(`^\\d{${RECEIPT_DIGITS}}$`).test(digits) && isMod97(digits) ? digits : null;
}

const ARABIC_INDIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/** Arabic-Indic and Persian digits as Latin ones; everything else stays. */
export function toLatinDigits(text: string): string {
  return text
    .replaceAll(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - ARABIC_INDIC_ZERO))
    .replaceAll(/[۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) - PERSIAN_ZERO));
}

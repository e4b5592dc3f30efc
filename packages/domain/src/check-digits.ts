/** Damm's quasigroup: finds every single wrong digit and every swap of neighbours. */
const DAMM_TABLE = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

/** Check digit of a text of digits. */
export function damm(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = DAMM_TABLE[interim]?.[Number(digit)] ?? 0;
  return interim;
}

/** ISO 7064 MOD 97-10: two check digits as in an IBAN. */
export function mod97CheckDigits(digits: string): string {
  const rest = Number((BigInt(digits) * 100n) % 97n);
  return String(98 - rest).padStart(2, "0");
}

export const isMod97 = (digits: string): boolean => BigInt(digits) % 97n === 1n;

import type { Vault } from "../vault.ts";

/** Both answers are as long as each other: a sealed one does not tell them apart. */
const CLEARED = "yes";
const NOT_CLEARED = "no.";

const sealedPlace = (rowId: string) => ({ table: "volunteers", column: "protection_clearance_sealed", rowId });

/** Whether a volunteer may be proposed to people under protection. */
export const sealClearance = (vault: Vault, volunteerId: string, cleared: boolean): string =>
  vault.seal(cleared ? CLEARED : NOT_CLEARED, sealedPlace(volunteerId));

export const isCleared = (vault: Vault, volunteerId: string, sealed: string | null): boolean =>
  sealed !== null && vault.open(sealed, sealedPlace(volunteerId)) === CLEARED;

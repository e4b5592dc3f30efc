import type { RoundInput } from "@augenhoehe/domain/matching";
import { z } from "zod";
import type { Vault } from "../vault.ts";

/** Everything a round is computed from, as of one moment: no names, no ways of contact. */
export interface FrozenRound {
  readonly input: RoundInput;
  /** Requests that staff had marked to be served first. */
  readonly priority: readonly string[];
}

const placeOf = (roundId: string) => ({ table: "matching_rounds", column: "frozen_sealed", rowId: roundId });

/** Sealed text opens only as it was written, so its form tells by the number alone. */
const FORMAT = 1;
const Frozen = z.object({
  format: z.literal(FORMAT),
  input: z.custom<RoundInput>((value) => typeof value === "object" && value !== null),
  priority: z.array(z.string()),
});

export const sealFrozen = (vault: Vault, roundId: string, { input, priority }: FrozenRound): string =>
  vault.seal(JSON.stringify({ format: FORMAT, input, priority }), placeOf(roundId));

export function openFrozen(vault: Vault, roundId: string, sealed: string): FrozenRound {
  const { input, priority } = Frozen.parse(JSON.parse(vault.open(sealed, placeOf(roundId))));
  return { input, priority };
}

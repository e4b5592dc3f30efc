import type { Exclusion, ExclusionCode } from "./matching/types.ts";
import { Refusal } from "./refusals.ts";
import type { RefusalCode } from "./refusals.ts";

const REFUSAL_BY_EXCLUSION: Readonly<Partial<Record<ExclusionCode, RefusalCode>>> = {
  not_eligible: "mentor_not_eligible",
  at_capacity: "mentor_at_capacity",
  former_pair: "pair_declined_before",
  declined_pair: "pair_declined_before",
};

/** Nobody who is excluded can be proposed. `exclusions` as of `exclusionsOf` at this moment. */
export function requireProposable(exclusions: readonly Exclusion[]): void {
  const [first] = exclusions;
  if (first !== undefined) throw refusalFor(first);
}

/**
 * What may not lapse between proposal and confirmation. Wishes and times may: two people who both said yes decide that
 * themselves. Compute `exclusions` without this proposal among the mentor's open ones.
 */
const STILL_NEEDED: ReadonlySet<ExclusionCode> = new Set([
  "not_eligible",
  "at_capacity",
  "paused",
  "fuehrungszeugnis_missing",
  "protection_clearance_missing",
]);

export function requireConfirmable(exclusions: readonly Exclusion[]): void {
  requireProposable(exclusions.filter(({ code }) => STILL_NEEDED.has(code)));
}

function refusalFor(exclusion: Exclusion): Refusal {
  switch (exclusion.code) {
    case "not_eligible":
      return new Refusal("mentor_not_eligible", { missing: exclusion.missing.join(",") });
    case "at_capacity":
      return new Refusal("mentor_at_capacity", { open: exclusion.open, capacity: exclusion.capacity });
    default:
      return new Refusal(REFUSAL_BY_EXCLUSION[exclusion.code] ?? "mentor_excluded", { exclusion: exclusion.code });
  }
}

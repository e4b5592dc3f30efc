import type { UnservedRow } from "@augenhoehe/contract";
import { excludedCountLabel, type ReasonWords } from "#lib/messages/reason-message.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "#lib/server/format.ts";

const BECAUSE = {
  nobody_possible: () => m.rounds_because_nobody_possible(),
  all_full: () => m.rounds_because_all_full(),
  below_minimum: () => m.rounds_because_below_minimum(),
  ruled_out: () => m.rounds_because_ruled_out(),
  taken_by_others: (count) => m.rounds_because_taken_by_others({ count }),
} satisfies Record<UnservedRow["because"], (possible: number) => string>;

export const becauseSentence = ({ because, possible }: UnservedRow): string => BECAUSE[because](possible);

/** What stands in the way of most, beside how many: „keine gemeinsame Sprache (48)“. */
const BINDING_SHOWN = 2;

export interface UnservedWords {
  readonly requestId: string;
  readonly name: string;
  readonly district: string | null;
  readonly waiting: string;
  readonly because: string;
  readonly binding: string | null;
  readonly priority: boolean;
}

export function unservedWords(row: UnservedRow, words: ReasonWords, f: Formats): UnservedWords {
  const binding = row.excluded
    .toSorted((a, b) => b.mentors - a.mentors)
    .slice(0, BINDING_SHOWN)
    .map(({ code, mentors }) => m.rounds_bind({ label: excludedCountLabel(code), count: words.number(mentors) }));
  return {
    requestId: row.requestId,
    name: row.chosenName,
    district: row.districtName,
    waiting: m.rounds_waits_since({ span: f.aboutDays(row.waitingDays) }),
    because: becauseSentence(row),
    binding: binding.length === 0 ? null : m.rounds_unserved_bind({ what: words.list(binding) }),
    priority: row.priority,
  };
}

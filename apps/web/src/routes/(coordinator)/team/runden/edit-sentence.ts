import { m } from "#lib/paraglide/messages.js";
import type { Conflict } from "./conflict.ts";

interface KnownPair {
  readonly requestId: string;
  readonly mentorId: string;
  readonly pair: string;
}

const SENTENCES: Readonly<Record<string, ((pair: { pair: string }) => string) | undefined>> = {
  pin: m.rounds_pin_label,
  unpin: m.rounds_unpin_label,
  ban: m.rounds_ban_label,
  swap: m.rounds_swap_label,
};

/** What a change that came too late was, as far as the page still shows the two people it is about. */
export function editSentence(conflict: Conflict | null, pairs: readonly KnownPair[]): string | null {
  const { kind = "", requestId, mentorId } = conflict?.fields ?? {};
  const found = pairs.find((pair) => pair.requestId === requestId && pair.mentorId === mentorId);
  return found === undefined ? null : (SENTENCES[kind]?.({ pair: found.pair }) ?? null);
}

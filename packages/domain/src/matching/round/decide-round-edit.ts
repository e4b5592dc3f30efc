import { Refusal } from "../../refusals.ts";
import { numberWishes } from "./numbered-wishes.ts";
import type { RoundEdit, RoundSide } from "./round-edit.ts";
import { poolOf } from "./round-pool.ts";
import type { RoundInput, RoundPin, RoundWishes } from "./types.ts";

/**
 * The wishes after one edit, or a refusal. Pinning somebody who is pinned elsewhere replaces that pin; a pair that is
 * pinned is neither banned nor left out before it is unpinned.
 */
export function decideRoundEdit(input: RoundInput, wishes: RoundWishes, edit: RoundEdit): RoundWishes {
  const next = applyEdit(wishes, edit);
  numberWishes(poolOf(input), next);
  return next;
}

/** A draft is what it began with and the list of its edits: undo drops the last one. */
export const replayRoundEdits = (input: RoundInput, first: RoundWishes, edits: readonly RoundEdit[]): RoundWishes =>
  edits.reduce((wishes, edit) => decideRoundEdit(input, wishes, edit), first);

function applyEdit(wishes: RoundWishes, edit: RoundEdit): RoundWishes {
  switch (edit.kind) {
    case "pin":
      requireChange(!wishes.pins.some(isPair(edit)));
      return { ...wishes, pins: withPins(wishes.pins, [edit]) };
    case "unpin":
      requireChange(wishes.pins.some(({ requestId }) => requestId === edit.requestId));
      return { ...wishes, pins: wishes.pins.filter(({ requestId }) => requestId !== edit.requestId) };
    case "swap":
      return { ...wishes, pins: withPins(wishes.pins, swapped(edit.pairs)) };
    case "ban":
      return { ...wishes, bans: withBan(wishes, edit) };
    case "unban":
      requireChange(wishes.bans.some(isPair(edit)));
      return { ...wishes, bans: wishes.bans.filter((ban) => !isPair(edit)(ban)) };
    case "prioritise":
      return { ...wishes, priority: withId(wishes.priority, edit.requestId) };
    case "deprioritise":
      return { ...wishes, priority: withoutId(wishes.priority, edit.requestId) };
    case "leave_out":
      requireNotPinned(wishes.pins, (pin) => (edit.side === "request" ? pin.requestId : pin.mentorId) === edit.id);
      return leftOut(wishes, edit.side, (ids) => withId(ids, edit.id));
    case "bring_back":
      return leftOut(wishes, edit.side, (ids) => withoutId(ids, edit.id));
  }
}

const isPair =
  (wanted: RoundPin) =>
  ({ requestId, mentorId }: RoundPin): boolean =>
    requestId === wanted.requestId && mentorId === wanted.mentorId;

function withPins(pins: readonly RoundPin[], added: readonly RoundPin[]): readonly RoundPin[] {
  const replaced = new Set(added.map(({ requestId }) => requestId));
  const fresh = added.map(({ requestId, mentorId }) => ({ requestId, mentorId }));
  return [...pins.filter(({ requestId }) => !replaced.has(requestId)), ...fresh];
}

function swapped([first, second]: readonly [RoundPin, RoundPin]): readonly RoundPin[] {
  requireChange(first.requestId !== second.requestId && first.mentorId !== second.mentorId);
  return [
    { requestId: first.requestId, mentorId: second.mentorId },
    { requestId: second.requestId, mentorId: first.mentorId },
  ];
}

/** A pair that is banned already gets the new reason. */
function withBan(wishes: RoundWishes, edit: Extract<RoundEdit, { kind: "ban" }>): RoundWishes["bans"] {
  requireNotPinned(wishes.pins, isPair(edit));
  requireChange(!wishes.bans.some((ban) => isPair(edit)(ban) && ban.reason === edit.reason));
  const { requestId, mentorId, reason } = edit;
  return [...wishes.bans.filter((ban) => !isPair(edit)(ban)), { requestId, mentorId, reason }];
}

function withId(ids: readonly string[], id: string): readonly string[] {
  requireChange(!ids.includes(id));
  return [...ids, id];
}

function withoutId(ids: readonly string[], id: string): readonly string[] {
  requireChange(ids.includes(id));
  return ids.filter((other) => other !== id);
}

function leftOut(
  wishes: RoundWishes,
  side: RoundSide,
  change: (ids: readonly string[]) => readonly string[],
): RoundWishes {
  const { requests, mentors } = wishes.leftOut;
  return {
    ...wishes,
    leftOut: side === "request" ? { requests: change(requests), mentors } : { requests, mentors: change(mentors) },
  };
}

function requireNotPinned(pins: readonly RoundPin[], matches: (pin: RoundPin) => boolean): void {
  if (pins.some(matches)) throw new Refusal("round_pair_pinned");
}

function requireChange(changes: boolean): void {
  if (!changes) throw new Refusal("round_edit_changes_nothing");
}

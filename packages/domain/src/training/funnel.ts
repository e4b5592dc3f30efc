import type { VolunteerStatus } from "../volunteer.ts";

/** The way from signing up to being proposed, in the order in which it is counted. */
export const FUNNEL_STEPS = [
  "signed_up",
  "interviewed",
  "place",
  "first_session",
  "complete",
  "certificate",
  "eligible",
] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** When something was done: an instant, or done without anybody knowing when, or not done (null). */
export type DoneAt = Date | "unknown" | null;

export interface WayFacts {
  readonly status: VolunteerStatus;
  readonly signedUpAt: Date;
  readonly interviewed: DoneAt;
  /** A place in a course that was not cancelled. */
  readonly place: DoneAt;
  readonly firstSession: DoneAt;
  /** Every compulsory module and enough hours. */
  readonly complete: DoneAt;
  /** A certificate that counts today, or a missing one that was let pass. */
  readonly certificate: DoneAt;
  /** Both declarations in their current version: the later of the two. */
  readonly declarations: DoneAt;
}

/** Exactly one for everybody. */
export type PlaceOnTheWay =
  | { readonly kind: "left" }
  | { readonly kind: "paused" }
  | { readonly kind: "eligible" }
  /** Has done all before this step; `since` is null where nobody knows when the one before was done. */
  | { readonly kind: "stuck"; readonly before: FunnelStep; readonly since: Date | null };

export interface WayOfPerson {
  readonly place: PlaceOnTheWay;
  /** Days each step took from having all before it; only where both ends are known. */
  readonly days: ReadonlyMap<FunnelStep, number>;
}

/**
 * Where somebody stands. People do things in another order than they are counted in: a step counts from the moment it
 * and all before it are done, so declarations signed early cost the last step no time. A later step of the training
 * proves the ones before it: with a certificate nobody asks for a place.
 */
export function wayOf(facts: WayFacts): WayOfPerson {
  const done = provenSteps(facts);
  const days = new Map<FunnelStep, number>();
  let reachedAt = facts.signedUpAt;
  let isKnown = true;
  for (const step of FUNNEL_STEPS.slice(1)) {
    const at = done[step];
    if (at === null) return { place: standing(facts, step, isKnown ? reachedAt : null), days };
    const before = reachedAt;
    if (at !== "unknown" && at > reachedAt) reachedAt = at;
    if (isKnown && at !== "unknown") days.set(step, (reachedAt.getTime() - before.getTime()) / DAY_MS);
    isKnown = at !== "unknown";
  }
  return { place: standing(facts, null, null), days };
}

function standing({ status }: WayFacts, before: FunnelStep | null, since: Date | null): PlaceOnTheWay {
  if (status === "left" || status === "paused") return { kind: status };
  return before === null ? { kind: "eligible" } : { kind: "stuck", before, since };
}

function provenSteps(facts: WayFacts): Record<FunnelStep, DoneAt> {
  const complete = facts.complete ?? proof(facts.certificate);
  const firstSession = facts.firstSession ?? proof(complete);
  return {
    signed_up: facts.signedUpAt,
    interviewed: facts.interviewed,
    place: facts.place ?? proof(firstSession),
    first_session: firstSession,
    complete,
    certificate: facts.certificate,
    eligible: facts.declarations,
  };
}

const proof = (later: DoneAt): DoneAt => (later === null ? null : "unknown");

/** Fewer say nothing about the next person, and something about these few. */
export const FEWEST_FOR_DURATION = 5;

export interface FunnelFigures {
  readonly all: number;
  readonly steps: readonly {
    readonly key: FunnelStep;
    /** Have done this step and all before it. */
    readonly reached: number;
    /** Stand right before it. */
    readonly stuck: number;
    /** Null where fewer than `FEWEST_FOR_DURATION` are known to have done it. */
    readonly days: { readonly median: number; readonly p80: number } | null;
  }[];
  readonly paused: number;
  readonly left: number;
}

/** Paused and gone people stand apart: in no count of a step, and in no duration. */
export function funnelOf(people: readonly WayOfPerson[]): FunnelFigures {
  const count = (kind: PlaceOnTheWay["kind"]): number => people.filter(({ place }) => place.kind === kind).length;
  const onTheWay = people.filter(({ place }) => place.kind === "stuck" || place.kind === "eligible");
  const stuckBefore = (step: FunnelStep): number =>
    onTheWay.filter(({ place }) => place.kind === "stuck" && place.before === step).length;
  let reached = onTheWay.length;
  const steps = FUNNEL_STEPS.map((key) => {
    const stuck = stuckBefore(key);
    reached -= stuck;
    return { key, reached, stuck, days: durations(onTheWay.flatMap(({ days }) => days.get(key) ?? [])) };
  });
  return { all: people.length, steps, paused: count("paused"), left: count("left") };
}

function durations(days: readonly number[]): { median: number; p80: number } | null {
  if (days.length < FEWEST_FOR_DURATION) return null;
  const sorted = [...days].sort((a, b) => a - b);
  return { median: share(sorted, 0.5), p80: share(sorted, 0.8) };
}

/** Nearest rank: a duration that somebody really took. */
const share = (sorted: readonly number[], part: number): number => sorted[Math.ceil(part * sorted.length) - 1] ?? 0;

const DAY_MS = 24 * 60 * 60 * 1000;

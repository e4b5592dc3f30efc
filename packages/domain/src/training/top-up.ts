import { Refusal } from "../refusals.ts";
import type { CurriculumPurpose } from "./curriculum.ts";

/** What a meeting may tick as raised: a closed list, so that nobody's story is written down. */
export const TOP_UP_TOPICS = [
  "trauma",
  "office_language",
  "boundaries",
  "housing",
  "school_and_childcare",
  "health_system",
  "work_and_training",
  "interpreters",
  "conflicts",
  "child_protection",
  "digital",
  "law_changes",
  "contact_fading",
  "farewell",
] as const;
export type TopUpTopic = (typeof TOP_UP_TOPICS)[number];

/** Meetings of the last twelve months still speak for a topic. */
export function topicsCountSince(now: Date): Date {
  const since = new Date(now);
  since.setUTCFullYear(since.getUTCFullYear() - 1);
  return since;
}

interface TopUpLearner {
  readonly hasValidCertificate: boolean;
  readonly hasOverride: boolean;
}

/** Top-ups come after the certificate; who was let through without one by a coordinator may come too. */
export const mayJoinTopUps = ({ hasValidCertificate, hasOverride }: TopUpLearner): boolean =>
  hasValidCertificate || hasOverride;

export function requireTopUpAllowed(purpose: CurriculumPurpose, person: TopUpLearner): void {
  if (purpose === "top_up" && !mayJoinTopUps(person)) throw new Refusal("certificate_needed");
}

export interface RaisedTopic {
  readonly topic: TopUpTopic;
  /** Meetings that raised it, not people. */
  readonly meetings: number;
}

/** The topic most meetings raised comes first; ties stand in the order of the list. */
export function rankTopics(counts: ReadonlyMap<TopUpTopic, number>): readonly RaisedTopic[] {
  return TOP_UP_TOPICS.map((topic) => ({ topic, meetings: counts.get(topic) ?? 0 }))
    .filter(({ meetings }) => meetings > 0)
    .sort((a, b) => b.meetings - a.meetings);
}

/** A topic list read out of storage: what is no longer on the list is left out. */
export const isTopUpTopic = (key: string): key is TopUpTopic => TOP_UP_TOPICS.some((topic) => topic === key);

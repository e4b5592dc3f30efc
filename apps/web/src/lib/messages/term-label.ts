import type { DEFAULT_INTERESTS, DEFAULT_TOPICS } from "@augenhoehe/domain";
import type { Term } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import { getLocale } from "#lib/paraglide/runtime.js";

type DefaultTerm = (typeof DEFAULT_TOPICS)[number] | (typeof DEFAULT_INTERESTS)[number];

const DEFAULT_TERM_LABELS = {
  offices: m.fields_topic_offices,
  letters: m.fields_topic_letters,
  house_rules: m.fields_topic_house_rules,
  german_practice: m.fields_topic_german_practice,
  school_childcare: m.fields_topic_school_childcare,
  work_training: m.fields_topic_work_training,
  health_appointments: m.fields_topic_health_appointments,
  leisure_meeting: m.fields_topic_leisure_meeting,
  cooking: m.fields_interest_cooking,
  sports: m.fields_interest_sports,
  football: m.fields_interest_football,
  music: m.fields_interest_music,
  reading: m.fields_interest_reading,
  gardening: m.fields_interest_gardening,
  handicraft: m.fields_interest_handicraft,
  sewing: m.fields_interest_sewing,
  photography: m.fields_interest_photography,
  art: m.fields_interest_art,
  cinema: m.fields_interest_cinema,
  theatre: m.fields_interest_theatre,
  walking: m.fields_interest_walking,
  cycling: m.fields_interest_cycling,
  swimming: m.fields_interest_swimming,
  chess: m.fields_interest_chess,
  board_games: m.fields_interest_board_games,
  computers: m.fields_interest_computers,
  animals: m.fields_interest_animals,
  travel: m.fields_interest_travel,
  history: m.fields_interest_history,
  nature: m.fields_interest_nature,
  dancing: m.fields_interest_dancing,
  family_activities: m.fields_interest_family_activities,
  coffee_talk: m.fields_interest_coffee_talk,
  repairing: m.fields_interest_repairing,
} satisfies Record<DefaultTerm, () => string>;

const isDefaultTerm = (key: string): key is DefaultTerm => Object.hasOwn(DEFAULT_TERM_LABELS, key);

/** A topic or interest in the reader's language: the network's own wording first, else ours, else its German, else its key. */
export function termLabel(key: string, vocabulary: readonly Pick<Term, "key" | "labels">[] = []): string {
  const own = vocabulary.find((term) => term.key === key)?.labels;
  return own?.[getLocale()] ?? (isDefaultTerm(key) ? DEFAULT_TERM_LABELS[key]() : (own?.de ?? key));
}

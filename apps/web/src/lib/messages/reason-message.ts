import { LANGUAGE_LEVELS, SLOTS, maskToSlots, type ForWhom, type EligibilityGap } from "@augenhoehe/domain";
import type { CautionCode, Criterion, ExclusionCode, Reason, Wish } from "@augenhoehe/domain/matching";
import { m } from "#lib/paraglide/messages.js";
import { FOR_WHOM_STAFF_LABELS, GAP_LABELS, LEVEL_LABELS, SLOT_LABELS } from "./labels.ts";

/** Facts as they travel: flat, lists joined by commas. */
export type ReasonFacts = Readonly<Record<string, string | number | boolean | null>>;

/** How keys become words; languages and lists need the server's Intl data, so sentences are made in `load`. */
export interface ReasonWords {
  language(code: string): string;
  district(key: string): string;
  /** Topics and interests. */
  term(key: string): string;
  list(words: readonly string[]): string;
  number(value: number): string;
}

const text = (fact: ReasonFacts[string] | undefined): string =>
  fact === null || fact === undefined ? "" : String(fact);
const items = (fact: ReasonFacts[string] | undefined): string[] =>
  text(fact)
    .split(",")
    .filter((item) => item !== "");

/** Common times named one by one up to this many, so that the sentence stays short. */
const NAMED_TIMES = 3;

const REASONS = {
  shared_language: (facts, words) => {
    const language = words.language(text(facts["language"]));
    const level = LANGUAGE_LEVELS.find((known) => known === facts["level"]) ?? "conversational";
    const second = text(facts["second"]);
    return second === ""
      ? m.reasons_shared_language({ language, level: LEVEL_LABELS[level]() })
      : m.reasons_shared_language_second({ language, level: LEVEL_LABELS[level](), second: words.language(second) });
  },
  languages_unknown: () => m.reasons_languages_unknown(),
  interpreter_bridge: () => m.reasons_interpreter_bridge(),
  same_district: (facts, words) => {
    const district = words.district(text(facts["district"]));
    return district === "" ? m.reasons_same_district_plain() : m.reasons_same_district({ district });
  },
  distance: (facts, words) => {
    const km = Number(facts["km"]);
    return km < 1 ? m.reasons_distance_near() : m.reasons_distance({ km: words.number(Math.round(km)) });
  },
  district_unknown: () => m.reasons_district_unknown(),
  common_times: (facts, words) => {
    const slots = commonSlots(facts["slots"]);
    if (slots.length === 0) return m.reasons_common_times_none();
    const named = slots.slice(0, NAMED_TIMES).map((slot) => SLOT_LABELS[slot]());
    const more = slots.length - named.length;
    return m.reasons_common_times_some({
      times: more === 0 ? words.list(named) : words.list([...named, m.reasons_more({ count: more })]),
    });
  },
  times_unknown: () => m.reasons_times_unknown(),
  shared_topics: (facts, words) => {
    const topics = words.list(items(facts["topics"]).map((key) => words.term(key)));
    const interests = words.list(items(facts["interests"]).map((key) => words.term(key)));
    if (topics === "" && interests === "") return m.reasons_nothing_shared();
    if (interests === "") return m.reasons_shared_topics({ topics });
    if (topics === "") return m.reasons_shared_interests({ interests });
    return m.reasons_shared_topics_and_interests({ topics, interests });
  },
  nothing_shared: () => m.reasons_nothing_shared(),
  topics_unknown: () => m.reasons_topics_unknown(),
} satisfies Record<Reason["code"], (facts: ReasonFacts, words: ReasonWords) => string>;

/** Slots travel as the domain's bit mask or as slot names. */
function commonSlots(fact: ReasonFacts[string] | undefined) {
  if (typeof fact === "number") return maskToSlots(fact);
  const named = items(fact);
  return SLOTS.filter((slot) => named.includes(slot));
}

const EXCLUSIONS = {
  not_eligible: (facts, words) =>
    m.reasons_excluded_not_eligible({
      missing: words.list(items(facts["missing"]).map((gap) => (isGap(gap) ? GAP_LABELS[gap]() : gap))),
    }),
  at_capacity: (facts) =>
    m.reasons_excluded_at_capacity({ open: text(facts["open"]), capacity: text(facts["capacity"]) }),
  paused: () => m.reasons_excluded_paused(),
  former_pair: () => m.reasons_excluded_former_pair(),
  declined_pair: () => m.reasons_excluded_declined_pair(),
  mentor_gender_wish: () => m.reasons_excluded_mentor_gender_wish(),
  mentee_gender_wish: () => m.reasons_excluded_mentee_gender_wish(),
  mentor_age_wish: () => m.reasons_excluded_mentor_age_wish(),
  mentee_age_wish: () => m.reasons_excluded_mentee_age_wish(),
  no_language_bridge: () => m.reasons_excluded_no_language_bridge(),
  too_far: (facts, words) =>
    m.reasons_excluded_too_far({
      km: words.number(Math.round(Number(facts["km"]))),
      reachKm: words.number(Number(facts["reachKm"])),
    }),
  no_common_time: () => m.reasons_excluded_no_common_time(),
  fuehrungszeugnis_missing: () => m.reasons_excluded_fuehrungszeugnis_missing(),
  protection_clearance_missing: () => m.reasons_excluded_protection_clearance_missing(),
  for_whom_not_offered: (facts) => {
    const forWhom = text(facts["forWhom"]);
    return m.reasons_excluded_for_whom_not_offered({
      forWhom: isForWhom(forWhom) ? FOR_WHOM_STAFF_LABELS[forWhom]() : forWhom,
    });
  },
} satisfies Record<ExclusionCode, (facts: ReasonFacts, words: ReasonWords) => string>;

const EXCLUDED_COUNTS = {
  not_eligible: m.reasons_excluded_count_not_eligible,
  at_capacity: m.reasons_excluded_count_at_capacity,
  paused: m.reasons_excluded_count_paused,
  former_pair: m.reasons_excluded_count_former_pair,
  declined_pair: m.reasons_excluded_count_declined_pair,
  mentor_gender_wish: m.reasons_excluded_count_mentor_gender_wish,
  mentee_gender_wish: m.reasons_excluded_count_mentee_gender_wish,
  mentor_age_wish: m.reasons_excluded_count_mentor_age_wish,
  mentee_age_wish: m.reasons_excluded_count_mentee_age_wish,
  no_language_bridge: m.reasons_excluded_count_no_language_bridge,
  too_far: m.reasons_excluded_count_too_far,
  no_common_time: m.reasons_excluded_count_no_common_time,
  fuehrungszeugnis_missing: m.reasons_excluded_count_fuehrungszeugnis_missing,
  protection_clearance_missing: m.reasons_excluded_count_protection_clearance_missing,
  for_whom_not_offered: m.reasons_excluded_count_for_whom_not_offered,
} satisfies Record<ExclusionCode, () => string>;

const CAUTIONS = {
  mentor_gender_unknown: () => m.reasons_caution_mentor_gender_unknown(),
  mentee_gender_unknown: () => m.reasons_caution_mentee_gender_unknown(),
  mentor_age_unknown: () => m.reasons_caution_mentor_age_unknown(),
  mentee_age_unknown: () => m.reasons_caution_mentee_age_unknown(),
  only_basic_language: (facts, words) =>
    m.reasons_caution_only_basic_language({ language: words.language(text(facts["language"])) }),
  near_reach_limit: (facts, words) =>
    m.reasons_caution_near_reach_limit({
      km: words.number(Math.round(Number(facts["km"]))),
      reachKm: words.number(Number(facts["reachKm"])),
    }),
  one_common_time: () => m.reasons_caution_one_common_time(),
  no_asked_topic: () => m.reasons_caution_no_asked_topic(),
  last_place: (facts) => m.reasons_caution_last_place({ capacity: text(facts["capacity"]) }),
} satisfies Record<CautionCode, (facts: ReasonFacts, words: ReasonWords) => string>;

const WISH_LABELS = {
  mentorGender: m.reasons_wish_mentor_gender,
  mentorAgeBands: m.reasons_wish_mentor_age_bands,
  eveningOnly: m.reasons_wish_evening_only,
  reachKm: m.reasons_wish_reach_km,
  times: m.reasons_wish_times,
} satisfies Record<Wish, () => string>;

const CRITERIA_LABELS = {
  language: m.reasons_criterion_language,
  district: m.reasons_criterion_district,
  availability: m.reasons_criterion_availability,
  interests: m.reasons_criterion_interests,
} satisfies Record<Criterion, () => string>;

const isReason = (code: string): code is Reason["code"] => Object.hasOwn(REASONS, code);
const isGap = (gap: string): gap is EligibilityGap => Object.hasOwn(GAP_LABELS, gap);
const isForWhom = (value: string): value is ForWhom => Object.hasOwn(FOR_WHOM_STAFF_LABELS, value);

/** Why a criterion counts as it does, as a coordinator reads it: „Beide sprechen Arabisch (fließend)“. */
export const reasonMessage = (reason: { code: string; facts: ReasonFacts }, words: ReasonWords): string =>
  isReason(reason.code) ? REASONS[reason.code](reason.facts, words) : m.reasons_unknown();

/** Why a pair cannot be proposed. */
export const exclusionMessage = (exclusion: { code: ExclusionCode; facts: ReasonFacts }, words: ReasonWords): string =>
  EXCLUSIONS[exclusion.code](exclusion.facts, words);

/** What speaks against a pair that may be proposed all the same. */
export const cautionMessage = (caution: { code: CautionCode; facts: ReasonFacts }, words: ReasonWords): string =>
  CAUTIONS[caution.code](caution.facts, words);

/** „ohne den Wunsch zum Geschlecht“, beside how many more mentors there would be. */
export const wishLabel = (wish: Wish): string => WISH_LABELS[wish]();

/** Beside a number of mentors: „12 ohne freien Platz“. */
export const excludedCountLabel = (code: ExclusionCode): string => EXCLUDED_COUNTS[code]();

export const criterionLabel = (criterion: Criterion): string => CRITERIA_LABELS[criterion]();

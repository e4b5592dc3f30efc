import type { DraftAnswers, NetworkProfile } from "@augenhoehe/contract";
import { SLOTS } from "@augenhoehe/domain";
import {
  AGE_BAND_LABELS,
  FOR_WHOM_LABELS,
  GENDER_LABELS,
  LEVEL_LABELS,
  REQUEST_KIND_LABELS,
  SLOT_LABELS,
} from "#lib/messages/labels.ts";
import { termLabel } from "#lib/messages/term-label.ts";
import type { PageLocale } from "#lib/locale.ts";
import { m } from "#lib/paraglide/messages.js";
import { REQUEST_STEP_KEYS, looksMyself, type RequestStepKey } from "#lib/request-form/step-keys.ts";
import { formats, type Formats } from "./format.ts";
import { languageName } from "./language-name.ts";

export interface OverviewLine {
  readonly step: RequestStepKey;
  /** One a line; empty where nothing was told. */
  readonly values: readonly string[];
}

/** Every answer in words, one entry per question. */
export function requestOverview(answers: DraftAnswers, network: NetworkProfile, locale: PageLocale): OverviewLine[] {
  return REQUEST_STEP_KEYS.map((step) => ({ step, values: valuesOf(step, answers, network, locale) }));
}

function valuesOf(step: RequestStepKey, answers: DraftAnswers, network: NetworkProfile, locale: PageLocale): string[] {
  switch (step) {
    case "sprachen":
      return (answers.languages ?? []).map(
        ({ code, level }) => `${languageName(code, locale)}: ${LEVEL_LABELS[level]()}`,
      );
    case "stadtteil":
      return district(answers, network);
    case "zeiten":
      return times(answers);
    case "themen":
      return (answers.topics ?? []).map((key) => termLabel(key, network.topics));
    case "interessen":
      return (answers.interests ?? []).map((key) => termLabel(key, network.interests));
    case "fuer-wen":
      return [
        ...told(answers.forWhom, (forWhom) => FOR_WHOM_LABELS[forWhom]()),
        ...told(answers.kind, (kind) => REQUEST_KIND_LABELS[kind]()),
      ];
    case "wuensche":
      return wishes(answers, formats(locale, network.timeZone));
    case "ueber-mich":
      return [
        ...told(answers.gender, (gender) => GENDER_LABELS[gender]()),
        ...told(answers.ageBand, (band) => AGE_BAND_LABELS[band]()),
      ];
    case "kontakt":
      return contact(answers);
  }
}

/** Nothing where nothing was told. */
function told<T>(answer: T | null | undefined, inWords: (answer: T) => string): string[] {
  return answer === null || answer === undefined ? [] : [inWords(answer)];
}

function district({ district: key, reachKm }: DraftAnswers, { districts }: NetworkProfile): string[] {
  const place = districts.find((known) => known.key === key);
  return [...told(place, ({ name }) => name), ...told(reachKm, (km) => m.newcomer_reach_km({ km }))];
}

/** More are counted: nobody reads a list of fifteen. */
const MOST_TIMES_IN_WORDS = 6;

function times({ slots }: DraftAnswers): string[] {
  if (slots === null || slots === undefined) return [];
  if (slots.length === SLOTS.length) return [m.newcomer_review_times_all()];
  if (slots.length > MOST_TIMES_IN_WORDS) return [m.newcomer_review_times_count({ count: slots.length })];
  return slots.map((slot) => SLOT_LABELS[slot]());
}

function wishes({ wishes: wished, interpreterNeeded }: DraftAnswers, { list }: Pick<Formats, "list">): string[] {
  if (wished === undefined) return [];
  const wishesInWords = [
    ...told(wished.mentorGender, (gender) => m.newcomer_review_wish_gender({ gender: GENDER_LABELS[gender]() })),
    ...(wished.mentorAgeBands.length === 0
      ? []
      : [m.newcomer_review_wish_age({ ages: list(wished.mentorAgeBands.map((band) => AGE_BAND_LABELS[band]())) })]),
    ...(wished.eveningOnly ? [m.newcomer_wishes_evening()] : []),
    ...(interpreterNeeded === true ? [m.newcomer_wishes_interpreter()] : []),
  ];
  return wishesInWords.length === 0 ? [m.newcomer_review_no_wishes()] : wishesInWords;
}

function contact(answers: DraftAnswers): string[] {
  const seen = (released: boolean | undefined) =>
    released === true ? m.newcomer_review_released() : m.newcomer_review_not_released();
  return [
    ...told(answers.chosenName, isolated),
    ...told(answers.phone, (phone) => `${leftToRight(phone)} (${seen(answers.releasePhone)})`),
    ...told(answers.email, (email) => `${leftToRight(email)} (${seen(answers.releaseEmail)})`),
    ...told(answers.otherContact, (other) => `${isolated(other)} (${seen(false)})`),
    ...(looksMyself(answers) ? [m.newcomer_review_look_myself()] : []),
    ...told(answers.contactPerson, (person) => m.newcomer_review_contact_person({ person: isolated(person) })),
  ];
}

/** Kept apart from the sentence around it by the characters made for it: these lines are text, not markup. */
const isolated = (text: string): string => `\u2068${text}\u2069`;
const leftToRight = (text: string): string => `\u2066${text}\u2069`;

import type { AgeBand, SpokenLanguage } from "../../people.ts";
import { EVENINGS, SLOTS, overlapSlots, slotsToMask } from "../../week.ts";
import type { WeekSlots } from "../../week.ts";
import { isExcluded } from "../exclusions.ts";
import { languageGroup } from "../language-fit.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import { totalOf } from "../score-pairing.ts";
import type { MatchMentor } from "../types.ts";
import { RECRUIT_TIMES } from "./explanation-types.ts";
import type { RecruitGroup, RecruitTime } from "./explanation-types.ts";

/** A kind of volunteer that an agency could look for. What is open (`null`) must not matter to those they would serve. */
export type RecruitProfile = Pick<RecruitGroup, "language" | "district" | "gender" | "time" | "ageBand">;

const WEEKEND: WeekSlots = slotsToMask(SLOTS.filter((slot) => slot.startsWith("sat") || slot.startsWith("sun")));
const SLOTS_OF: Readonly<Record<RecruitTime, WeekSlots>> = {
  daytime: slotsToMask(SLOTS.filter((slot) => !slot.endsWith("evening"))) & ~WEEKEND,
  evenings: EVENINGS & ~WEEKEND,
  weekend: WEEKEND,
};

/** Every kind of volunteer who would suit one request, from the most to the least special. */
export function profilesFor({ request, slots }: PreparedRequest): RecruitProfile[] {
  const spoken = spokenWell(request.languages);
  const languages = spoken.length === 0 ? (["de"] as const) : spoken.map(({ code }) => code);
  const districts =
    request.district === null ? [null] : [request.district, ...(request.reachKm === null ? [null] : [])];
  const times = slots === null ? [null] : RECRUIT_TIMES.filter((time) => overlapSlots(slots, SLOTS_OF[time]) > 0);
  const ages: readonly (AgeBand | null)[] =
    request.wishes.mentorAgeBands.length === 0 ? [null] : request.wishes.mentorAgeBands;
  return languages.flatMap((language) =>
    districts.flatMap((district) =>
      times.flatMap((time) =>
        ages.map((ageBand) => ({ language, district, gender: request.wishes.mentorGender, time, ageBand })),
      ),
    ),
  );
}

export const RECRUIT_CONDITIONS = ["language", "district", "gender", "time", "ageBand"] as const;
type RecruitCondition = (typeof RECRUIT_CONDITIONS)[number];

/** German is no condition: everybody who is recruited speaks it. */
export const isNamed = (profile: RecruitProfile, condition: RecruitCondition): boolean =>
  profile[condition] !== null && !(condition === "language" && profile.language === "de");

/** What is left open needs no search: fewer conditions are easier to find. */
export const conditionsOf = (profile: RecruitProfile): number =>
  RECRUIT_CONDITIONS.filter((condition) => isNamed(profile, condition)).length;

/** Whether a condition is there because of what this person told. */
export function asksFor(
  { request, slots }: PreparedRequest,
  profile: RecruitProfile,
  condition: RecruitCondition,
): boolean {
  switch (condition) {
    case "language":
      return request.languages.some(({ code }) => languageGroup(code) === languageGroup(profile.language));
    case "district":
      return request.reachKm !== null && request.district !== null;
    case "gender":
      return request.wishes.mentorGender !== null;
    case "time":
      return slots !== null;
    case "ageBand":
      return request.wishes.mentorAgeBands.length > 0;
  }
}

/** The fit of a new mentor of this kind; null when not every one of them could be paired with the request. */
export function profilePoints(profile: RecruitProfile, prepared: PreparedRequest): number | null {
  const asksForMore = RECRUIT_CONDITIONS.some(
    (condition) => profile[condition] === null && asksFor(prepared, profile, condition),
  );
  const mentor = mentorLike(profile);
  if (asksForMore || !canTalk(profile, prepared) || isExcluded(mentor, prepared)) return null;
  return totalOf({ ...mentor, slots: null }, prepared);
}

/** A new mentor is looked for in a language that carries a talk, where the person has one. */
function canTalk({ language }: RecruitProfile, { request, germanInFull }: PreparedRequest): boolean {
  if (request.languages.length === 0 || germanInFull) return true;
  return spokenWell(request.languages).some(
    ({ code }) => code === "de" || languageGroup(code) === languageGroup(language),
  );
}

function spokenWell(languages: readonly SpokenLanguage[]): readonly SpokenLanguage[] {
  const well = languages.filter(({ level }) => level !== "basic");
  return well.length === 0 ? languages : well;
}

/** Eligible, with a Führungszeugnis, German as a mother tongue; no topic and no interest is taken for granted. */
export function mentorLike({ language, district, gender, time, ageBand }: RecruitProfile): MatchMentor {
  return {
    id: "",
    languages: language === "de" ? [GERMAN] : [GERMAN, { code: language, level: "fluent" }],
    district,
    reachKm: null,
    slots: time === null ? null : SLOTS_OF[time],
    topics: [],
    interests: [],
    gender,
    ageBand,
    wishes: { menteeGender: null, menteeAgeBands: [], forWhom: [] },
    gaps: [],
    hasValidFuehrungszeugnis: true,
    paused: false,
    openTandems: 0,
    openProposals: 0,
    capacity: 1,
    clearedForProtected: false,
  };
}

const GERMAN: SpokenLanguage = { code: "de", level: "native" };

export const profileKey = ({ language, district, gender, time, ageBand }: RecruitProfile): string =>
  [language, district ?? "", gender ?? "", time ?? "", ageBand ?? ""].join("|");

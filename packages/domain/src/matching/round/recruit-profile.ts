import type { AgeBand, SpokenLanguage } from "../../people.ts";
import { EVENINGS, SLOTS, overlapSlots, slotsToMask } from "../../week.ts";
import type { WeekSlots } from "../../week.ts";
import { isExcluded } from "../exclusions.ts";
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
  const languages = request.languages.length === 0 ? (["de"] as const) : request.languages.map(({ code }) => code);
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

/** The fit of a new mentor of this kind; null when not every one of them could be paired with the request. */
export function profilePoints(profile: RecruitProfile, prepared: PreparedRequest): number | null {
  const { request, slots } = prepared;
  const asksForMore =
    (profile.district === null && request.reachKm !== null && request.district !== null) ||
    (profile.gender === null && request.wishes.mentorGender !== null) ||
    (profile.ageBand === null && request.wishes.mentorAgeBands.length > 0) ||
    (profile.time === null && slots !== null);
  const mentor = mentorLike(profile);
  if (asksForMore || request.protected || isExcluded(mentor, prepared)) return null;
  return totalOf({ ...mentor, slots: null }, prepared);
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

/** What is left open needs no search: fewer conditions are easier to find. */
export const conditionsOf = ({ language, district, gender, time, ageBand }: RecruitProfile): number =>
  [language === "de" ? null : language, district, gender, time, ageBand].filter((value) => value !== null).length;

export const profileKey = ({ language, district, gender, time, ageBand }: RecruitProfile): string =>
  [language, district ?? "", gender ?? "", time ?? "", ageBand ?? ""].join("|");

import { maskToSlots } from "@augenhoehe/domain";
import type { Caution, ExclusionCode, MatchMentor, MatchRequest, Reason, Wish } from "@augenhoehe/domain/matching";
import type { Say } from "./catalog.ts";

/** How keys become words. */
export interface Naming {
  readonly language: (code: string) => string;
  readonly district: (key: string) => string;
  /** Topics and interests. */
  readonly term: (key: string) => string;
  readonly list: (words: readonly string[]) => string;
  readonly number: (value: number) => string;
  /** Two districts of which nobody told how far it is from one to the other. */
  readonly apart: (one: string, other: string) => string;
}

/** Common times named one by one up to this many, so that the sentence stays short. */
const NAMED_TIMES = 3;

const WISH_KEYS = {
  mentorGender: "reasons_wish_mentor_gender",
  mentorAgeBands: "reasons_wish_mentor_age_bands",
  eveningOnly: "reasons_wish_evening_only",
  reachKm: "reasons_wish_reach_km",
  times: "reasons_wish_times",
} as const satisfies Record<Wish, string>;

export const wishWords = (wish: Wish, say: Say): string => say(WISH_KEYS[wish]);

export const excludedWords = (code: ExclusionCode, say: Say): string => say(`reasons_excluded_count_${code}`);

/** Why a criterion counts as it does between these two. */
export function reasonSentence(
  reason: Reason,
  pair: { readonly request: MatchRequest; readonly mentor: MatchMentor },
  say: Say,
  naming: Naming,
): string {
  switch (reason.code) {
    case "shared_language": {
      const language = naming.language(reason.language);
      const level = levelWord(reason.level, say);
      if (reason.second === null) return say("reasons_shared_language", { language, level });
      return say("reasons_shared_language_second", { language, level, second: naming.language(reason.second) });
    }
    case "same_district":
      return say("reasons_same_district", { district: naming.district(reason.district) });
    case "distance":
      if (reason.km < 1) return say("reasons_distance_near");
      return say("reasons_distance", { km: naming.number(Math.round(reason.km)) });
    case "district_unknown": {
      const [asked, offered] = [pair.request.district, pair.mentor.district];
      if (asked === null || offered === null) return say("reasons_district_unknown");
      return naming.apart(naming.district(asked), naming.district(offered));
    }
    case "common_times":
      return timesSentence(reason.slots, say, naming);
    case "shared_topics":
      return topicsSentence(reason, say, naming);
    case "interpreter_bridge":
    case "languages_unknown":
    case "times_unknown":
    case "nothing_shared":
    case "topics_unknown":
      return say(`reasons_${reason.code}`);
  }
}

function timesSentence(mask: number, say: Say, naming: Naming): string {
  const slots = maskToSlots(mask);
  if (slots.length === 0) return say("reasons_common_times_none");
  const named = slots.slice(0, NAMED_TIMES).map((slot) => say(`fields_slot_${slot}`));
  const more = slots.length - named.length;
  const times = more === 0 ? named : [...named, say("reasons_more", { count: more })];
  return say("reasons_common_times_some", { times: naming.list(times) });
}

function topicsSentence(reason: Extract<Reason, { code: "shared_topics" }>, say: Say, naming: Naming): string {
  const topics = naming.list(reason.topics.map((key) => naming.term(key)));
  const interests = naming.list(reason.interests.map((key) => naming.term(key)));
  if (interests === "") return say("reasons_shared_topics", { topics });
  if (topics === "") return say("reasons_shared_interests", { interests });
  return say("reasons_shared_topics_and_interests", { topics, interests });
}

/** What speaks against a pair that may be made all the same. */
export function cautionSentence(caution: Caution, say: Say, naming: Naming): string {
  switch (caution.code) {
    case "only_basic_language":
      return say("reasons_caution_only_basic_language", { language: naming.language(caution.language) });
    case "near_reach_limit":
      return say("reasons_caution_near_reach_limit", {
        km: naming.number(Math.round(caution.km)),
        reachKm: naming.number(caution.reachKm),
      });
    case "last_place":
      return say("reasons_caution_last_place", { capacity: caution.capacity });
    case "mentor_gender_unknown":
    case "mentee_gender_unknown":
    case "mentor_age_unknown":
    case "mentee_age_unknown":
    case "one_common_time":
    case "no_asked_topic":
      return say(`reasons_caution_${caution.code}`);
  }
}

const levelWord = (level: string, say: Say): string => {
  switch (level) {
    case "basic":
    case "fluent":
    case "native":
      return say(`fields_level_${level}`);
    default:
      return say("fields_level_conversational");
  }
};

import type { UnservedRow, UnservedView } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import type { ReasonWords } from "#lib/messages/reason-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { costSentences } from "./change-words.ts";

type Door = UnservedView["doors"][number];

const WISH_QUESTIONS = {
  mentorGender: m.rounds_door_mentor_gender,
  mentorAgeBands: m.rounds_door_mentor_age_bands,
  eveningOnly: m.rounds_door_evening_only,
  reachKm: m.rounds_door_reach_km,
  times: m.rounds_door_times,
  interpreter: m.rounds_door_interpreter,
} satisfies Record<Extract<Door, { side: "request" }>["opens"], (names: { name: string }) => string>;

const OFFER_QUESTIONS = {
  place: m.rounds_offer_place,
  unpaused: m.rounds_offer_unpaused,
  menteeGender: m.rounds_offer_mentee_gender,
  menteeAgeBands: m.rounds_offer_mentee_age_bands,
  forWhom: m.rounds_offer_for_whom,
  reachKm: m.rounds_offer_reach_km,
  times: m.rounds_offer_times,
  fuehrungszeugnis: m.rounds_offer_fuehrungszeugnis,
  eligibility: m.rounds_offer_eligibility,
} satisfies Record<Extract<Door, { side: "mentor" }>["opens"], (names: { mentor: string }) => string>;

/** One thing somebody could give up or offer, whom to ask, and what it would do. */
export function doorWords(door: Door, { requestId, chosenName }: UnservedRow, words: ReasonWords) {
  const name = isolated(chosenName);
  const { change, serves } = door;
  const others = [...change.moved, ...change.newlyServed, ...change.noLongerServed].some(
    (person) => person.requestId !== requestId,
  );
  const effect = serves
    ? [m.rounds_door_serves({ name }), ...(others ? costSentences(change, requestId, words) : [])]
    : [m.rounds_door_not_yet()];
  if (door.side === "request") {
    const more = door.moreMentors > 0 ? [m.rounds_door_more({ count: door.moreMentors })] : [];
    return {
      key: door.opens,
      ask: WISH_QUESTIONS[door.opens]({ name }),
      serves,
      effect: [...more, ...effect].join(" "),
      mentorId: null,
    };
  }
  const mentor = isolated(door.mentorName);
  return {
    key: `${door.mentorId} ${door.opens}`,
    ask: OFFER_QUESTIONS[door.opens]({ mentor }),
    serves,
    effect: effect.join(" "),
    mentorId: door.mentorId,
  };
}

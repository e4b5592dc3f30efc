import type { PreparedRequest } from "./prepare-request.ts";
import type { MatchMentor, Reason } from "./types.ts";

/** Topics are what the mentee needs; interests are what makes the afternoon pleasant. */
const TOPICS_IN_TENTHS = 7;
const INTERESTS_IN_TENTHS = 3;
/** The mentee asked for no topic: every mentor gets the same half. */
const NO_TOPIC_ASKED_FIT = 5_000;
/** Two rare shared interests are enough for full points. */
const RARE_INTERESTS_ENOUGH = 2;

function countAskedTopics(mentor: MatchMentor, prepared: PreparedRequest): number {
  let count = 0;
  for (const topic of prepared.askedTopics) if (mentor.topics.includes(topic)) count++;
  return count;
}

function topicsFit(mentor: MatchMentor, prepared: PreparedRequest): number {
  return fitOfTopics(countAskedTopics(mentor, prepared), prepared.askedTopics.size);
}

/** Ten-thousandths for offering so many of the asked topics. */
export const fitOfTopics = (offered: number, asked: number): number =>
  asked === 0 ? NO_TOPIC_ASKED_FIT : Math.round((10_000 * offered) / asked);

/** Rarity is summed in whole ten-thousandths, so that the order of interests cannot change the sum. */
function sharedRarity(mentor: MatchMentor, prepared: PreparedRequest): number {
  let rarity = 0;
  for (const [interest, rarityOfOne] of prepared.interestRarity) {
    if (mentor.interests.includes(interest)) rarity += rarityOfOne;
  }
  return rarity;
}

export function interestsFit(mentor: MatchMentor, prepared: PreparedRequest): number {
  return fitOfCommonGround(topicsFit(mentor, prepared), sharedRarity(mentor, prepared));
}

/** Ten-thousandths from the fit of the topics and the summed rarity of the shared interests. */
export function fitOfCommonGround(topics: number, rarity: number): number {
  const interests = Math.min(10_000, Math.round(rarity / RARE_INTERESTS_ENOUGH));
  return Math.round((TOPICS_IN_TENTHS * topics + INTERESTS_IN_TENTHS * interests) / 10);
}

export const offersNoAskedTopic = (mentor: MatchMentor, prepared: PreparedRequest): boolean =>
  prepared.askedTopics.size > 0 && countAskedTopics(mentor, prepared) === 0;

/** Shared topics by name, shared interests with the rarest first. */
export function interestsReason(mentor: MatchMentor, prepared: PreparedRequest): Reason {
  const topics = [...prepared.askedTopics].filter((topic) => mentor.topics.includes(topic)).sort();
  const interests = [...prepared.interestRarity]
    .filter(([interest]) => mentor.interests.includes(interest))
    .sort(([a, rarityA], [b, rarityB]) => rarityB - rarityA || (a < b ? -1 : 1))
    .map(([interest]) => interest);
  if (topics.length > 0 || interests.length > 0) {
    return { code: "shared_topics", topics, asked: prepared.askedTopics.size, interests };
  }
  const unknown = prepared.askedTopics.size === 0 || mentor.topics.length === 0;
  return unknown ? { code: "topics_unknown" } : { code: "nothing_shared" };
}

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
  const asked = prepared.askedTopics.size;
  if (asked === 0) return NO_TOPIC_ASKED_FIT;
  return Math.round((10_000 * countAskedTopics(mentor, prepared)) / asked);
}

/** Rarity is summed in whole ten-thousandths, so that the order of interests cannot change the sum. */
function sharedInterestsFit(mentor: MatchMentor, prepared: PreparedRequest): number {
  let rarity = 0;
  for (const [interest, rarityOfOne] of prepared.interestRarity) {
    if (mentor.interests.includes(interest)) rarity += rarityOfOne;
  }
  return Math.min(10_000, Math.round(rarity / RARE_INTERESTS_ENOUGH));
}

export function interestsFit(mentor: MatchMentor, prepared: PreparedRequest): number {
  const tenths =
    TOPICS_IN_TENTHS * topicsFit(mentor, prepared) + INTERESTS_IN_TENTHS * sharedInterestsFit(mentor, prepared);
  return Math.round(tenths / 10);
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

import type { MentorOffer } from "@augenhoehe/domain/matching";
import { sayIn } from "./catalog.ts";
import { columnLetters } from "./cell-place.ts";
import { capitalised, count } from "./counting.ts";
import { ENGLISH_HELP } from "./english-help.ts";
import { englishCell, englishProblem } from "./english-problems.ts";
import type { Consequence, PlanWords } from "./plan-words.ts";

const say = sayIn("en");
const list = new Intl.ListFormat("en");
const quoted = (text: string): string => `“${text}”`;

const OFFERS: Readonly<Record<MentorOffer, string>> = {
  place: "offers one more place",
  unpaused: "ends the pause",
  menteeGender: "also goes with another gender",
  menteeAgeBands: "also goes with another age",
  forWhom: "also goes with this group",
  reachKm: "takes a longer way",
  times: "can come at another time",
  fuehrungszeugnis: "shows a criminal record certificate",
  eligibility: "is ready",
};

function consequenceWords({ waiting, moved }: Consequence): string {
  const names = waiting.map(({ name, row }) => `${name} (row ${row})`);
  const parts = [
    ...(names.length > 0 ? [`${list.format(names)} ${names.length === 1 ? "waits" : "wait"} on instead`] : []),
    ...(moved > 0 ? [`${count(moved, "person gets", "people get")} somebody else`] : []),
  ];
  return parts.length === 0 ? "" : ` ${capitalised(parts.join("; "))}.`;
}

function doorWords(door: string, more: number, consequence: Consequence | null): string {
  const people = count(more, "more person is", "more people are");
  if (consequence === null) return `${door}: ${people} possible, but the plan needs them for others.`;
  return `${door}: ${people} possible, and there is somebody.${consequenceWords(consequence)}`;
}

export const ENGLISH: PlanWords = {
  help: ENGLISH_HELP,
  refused: "Nothing is planned.",
  problem: englishProblem,
  cellPlace: ({ file, line, column, header }) =>
    column === null
      ? `${file}, row ${line}`
      : `${file}, cell ${columnLetters(column)}${line} (${quoted(header ?? "")})`,
  cell: englishCell,
  patience: "The lists are long: this takes up to a few minutes.",
  leftOutTitle: "Please look at this: it was left out, or is uncertain.",
  guessesTitle: "How what was not quite clear has been understood.",
  guessesHidden: (number) => `${count(number, "cell was", "cells were")} read by the sense; --notes lists them.`,
  columnsUnread: (file, headers) => `${file}: not read ${list.format(headers.map(quoted))}.`,
  columnsNeverRead: (file, headers) => `${file}: never read ${list.format(headers.map(quoted))}.`,
  neverReadWhy:
    "Residence status, reason of flight, religion, origin, health, sexual identity and the criminal record certificate belong in no plan. These cells were thrown away unread.",
  title: (today) =>
    `Matching round, as of ${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(today))}`,
  outcome: ({ requests, volunteers, places, served }) =>
    `${count(requests, "request", "requests")}, ${count(volunteers, "volunteer", "volunteers")} with ${count(places, "place", "places")}: ${count(served, "person gets", "people get")} somebody, ${count(requests - served, "person waits", "people wait")} on.`,
  proved: {
    "served-first":
      "Proved: no plan brings more people together, and none with as many has more points for fit and waiting.",
    value: "Proved: no plan has more points for fit and waiting.",
  },
  settings: ({ objective, minimumPoints, waitingBonus }, { number }) =>
    `${objective === "served-first" ? "First counts how many people get somebody, then fit and waiting together." : "Fit and waiting count together."} A pair needs at least ${minimumPoints} of 100 points. Waiting counts ${number(waitingBonus.pointsPerWeek)} points a week, at most ${number(waitingBonus.atMostPoints)}.`,
  pairsTitle: "The pairs",
  noPairs: "There is no pair that fits.",
  head: { points: "Points", request: "Request", volunteer: "Mentor", why: "Why" },
  row: (row) => `row ${row}`,
  bonus: (points) => `+${points}`,
  bonusLegend: "The plus under the points is the bonus for waiting: it helps to decide who gets somebody, never whom.",
  choice: (place, of) => (of === 1 ? "only choice" : `choice ${place} of ${of}`),
  unservedTitle: "Who waits on",
  waiting: (weeks) => (weeks === 0 ? "waiting since this week" : `waiting for ${count(weeks, "week", "weeks")}`),
  because: ({ because, possible, belowMinimum }, { minimumPoints }) => {
    switch (because) {
      case "taken_by_others":
        return `${count(possible, "person in the list fits", "people in the list fit")}; the plan needs ${possible === 1 ? "this place" : "these places"} for others.`;
      case "below_minimum":
        return `Whoever would be possible (${belowMinimum}) has fewer than ${minimumPoints} points.`;
      case "all_full":
        return "Whoever fits has no free place.";
      case "ruled_out":
      case "nobody_possible":
        return "Nobody in the list is possible.";
    }
  },
  excluded: (volunteers, words) => `${words}: ${volunteers}`,
  notLookedInto: (number) =>
    `For ${count(number, "more person", "more people")} it is not worked out why: the lists are too long for that.`,
  wishDoor: (wish, more, consequence) => doorWords(capitalised(wish), more, consequence),
  interpreterDoor: (more, consequence) => doorWords("With an interpreter", more, consequence),
  offerDoor: ({ name, row }, offer, consequence) =>
    `If ${name} (row ${row}) ${OFFERS[offer]}, there is somebody.${consequenceWords(consequence)}`,
  instead: ({ name, row }, points, consequence) =>
    `By hand it could be ${name} (row ${row}), ${points} points.${consequenceWords(consequence)}`,
  recruitTitle: "Whom to look for next",
  recruit: ({ language, district, gender, time, ageBand, mentors, tandems }, naming) => {
    const who = {
      female: count(mentors, "woman", "women"),
      male: count(mentors, "man", "men"),
      diverse: count(mentors, "non-binary person", "non-binary people"),
    };
    const what = [
      `${gender === null ? count(mentors, "volunteer", "volunteers") : who[gender]} with ${naming.language(language)}`,
      ...(ageBand === null ? [] : [say(`fields_age_${ageBand}`)]),
      ...(district === null ? [] : [`in or near ${naming.district(district)}`]),
      ...(time === null
        ? []
        : [{ daytime: "in the daytime", evenings: "in the evening", weekend: "at weekends" }[time]]),
    ];
    return `${what.join(", ")}: ${count(tandems, "more tandem", "more tandems")}`;
  },
  recruitTogether: (mentors, tandems) =>
    `All of them together (${mentors}): ${count(tandems, "more tandem", "more tandems")}.`,
  recruitNobody: "Nobody could help several people at once. What helps a single one is said above, beside the name.",
  recruitOthers: (number) =>
    `Even then ${count(number, "person waits", "people wait")} on. What helps a single one is said above, beside the name.`,
  assumptionsTitle: "What was assumed",
  assumptions: {
    everybodyReady:
      "Everybody in the list of volunteers counts as ready. Interview, course, declarations and pauses are in no list: please check them before each proposal.",
    placesAsTold:
      "“Max. Tandems” counts as free places; where it is not told, it is one. Please take running tandems off beforehand.",
    minors: (pairs) =>
      `In ${count(pairs, "pair", "pairs")} children are involved. The criminal record certificate is read from no list: please look at it before they first meet.`,
    interpretingNotAgreed: (requests) =>
      `${count(requests, "request needs", "requests need")} interpreting. That does not make it agreed; with --interpreters-agreed it counts as agreed.`,
    interpretingAgreed: (requests) => `For ${count(requests, "request", "requests")} interpreting counts as agreed.`,
    districtsByName:
      "Without a list of districts all that is known is who lives in the same one. With --districts ways count too.",
    districtsNotInFile: (names) =>
      `Not in the list of districts: ${names}. The plan does not know how far it is to there.`,
    rowsLeftOut: (file, rows) =>
      `${file}: ${count(rows, "row is", "rows are")} not in the plan, being there twice or not readable.`,
    protectedByHand:
      "People under special protection belong in no list and no plan; somebody is found for them by hand.",
  },
  withMinors: "Children are involved: look at the criminal record certificate first",
  apart: (one, other) => `${one} and ${other}: how far is not known`,
  columns: {
    state: "State",
    request: "Request",
    requestRow: "Row of the request",
    volunteer: "Mentor",
    volunteerRow: "Row of the mentor",
    points: "Points",
    bonus: "Bonus for waiting",
    why: "Why",
    caution: "Please note",
  },
  states: { pair: "pair", waiting: "waits on" },
  written: (file) => `Written: ${file}`,
};

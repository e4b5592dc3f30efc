import { slotsToMask } from "../week.ts";
import { createDistrictMap } from "../matching/districts.ts";
import { DEFAULT_WEIGHTS } from "../matching/types.ts";
import type { DistrictPlace } from "../matching/districts.ts";
import type { MatchContext, MatchMentor, MatchRequest } from "../matching/types.ts";

/** Rheydt and Geneicken touch; Wickrath is one further; Hardt is far away in the north-west. */
export const MOENCHENGLADBACH_PLACES: readonly DistrictPlace[] = [
  { key: "rheydt", lat: 51.167, lng: 6.445, neighbours: ["geneicken"] },
  { key: "geneicken", lat: 51.167, lng: 6.47, neighbours: ["rheydt"] },
  { key: "wickrath", lat: 51.128, lng: 6.415, neighbours: ["rheydt"] },
  { key: "hardt", lat: 51.215, lng: 6.345, neighbours: [] },
  { key: "giesenkirchen", lat: null, lng: null, neighbours: ["geneicken"] },
  { key: "island", lat: null, lng: null, neighbours: [] },
];
export const MOENCHENGLADBACH = createDistrictMap(MOENCHENGLADBACH_PLACES);

export const CONTEXT: MatchContext = {
  weights: DEFAULT_WEIGHTS,
  districts: MOENCHENGLADBACH,
  interestShares: new Map([
    ["cooking", 0.6],
    ["chess", 0.05],
    ["football", 0.3],
  ]),
};

/** Sabine, 52, from Rheydt: German and Arabic, offices and letters, Tuesday and Thursday evenings. */
export const SABINE: MatchMentor = {
  id: "sabine",
  languages: [
    { code: "de", level: "native" },
    { code: "ar", level: "fluent" },
  ],
  district: "rheydt",
  reachKm: 10,
  slots: slotsToMask(["tue_evening", "thu_evening", "sat_morning"]),
  topics: ["offices", "letters", "leisure_meeting"],
  interests: ["cooking", "chess"],
  gender: "female",
  ageBand: "40_59",
  wishes: { menteeGender: null, menteeAgeBands: [], forWhom: [] },
  gaps: [],
  hasValidFuehrungszeugnis: false,
  paused: false,
  openTandems: 0,
  openProposals: 0,
  capacity: 2,
  clearedForProtected: false,
};

/** Amal, 31, from Rheydt: Arabic and a little German, asks for help with offices and letters, free in the evening. */
export const AMAL: MatchRequest = {
  id: "amal",
  languages: [
    { code: "ar", level: "native" },
    { code: "de", level: "basic" },
  ],
  district: "rheydt",
  reachKm: null,
  slots: slotsToMask(["tue_evening", "wed_evening", "thu_evening"]),
  topics: ["offices", "letters"],
  interests: ["cooking", "football"],
  gender: "female",
  ageBand: "27_39",
  forWhom: "self",
  involvesMinors: false,
  inReceptionCentre: false,
  protected: false,
  interpreterAgreed: false,
  wishes: { mentorGender: null, mentorAgeBands: [], eveningOnly: false },
  waitingSince: Date.UTC(2026, 8, 1),
};

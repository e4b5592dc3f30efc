import type { IsoDate } from "@augenhoehe/domain";
import {
  DEFAULT_WEIGHTS,
  freezeRound,
  interestSharesOf,
  type MatchMentor,
  type RoundInput,
} from "@augenhoehe/domain/matching";
import { instantOf } from "../local-time.ts";
import { DEFAULT_INTEREST_DEFINITIONS, DEFAULT_TOPIC_DEFINITIONS } from "../networks/default-vocabulary.ts";
import { arrivals } from "../spreadsheet/arrivals.ts";
import { readingScene } from "../spreadsheet/reading-scene.ts";
import type { PlanOptions } from "./options.ts";
import { Places } from "./places.ts";
import { PlanRefusal, type CellNote } from "./problem.ts";
import { readDistricts } from "./read-districts.ts";
import { readList, type PlanList } from "./read-list.ts";
import { readRequests, readVolunteers, type ListRead, type RequestsRead } from "./read-people.ts";
import { termsOf, type PlanTerm } from "./terms.ts";

/** Nothing in the lists says where they come from. */
export const TIME_ZONE = "Europe/Berlin";

/** Everything the files say, and the round it makes. */
export interface PlanRead {
  readonly today: IsoDate;
  readonly lists: { readonly volunteers: PlanList; readonly requests: PlanList };
  readonly volunteers: ListRead<MatchMentor>;
  readonly requests: RequestsRead;
  readonly places: Places;
  readonly terms: readonly PlanTerm[];
  /** File by file, row by row. */
  readonly notes: readonly CellNote[];
  readonly input: RoundInput;
}

/** Reads the files and freezes the round; refused where a list cannot be used, or brings nobody. */
export async function readPlan(options: PlanOptions, today: IsoDate): Promise<PlanRead> {
  const lists = {
    volunteers: await readList(options.volunteers, "volunteers"),
    requests: await readList(options.requests, "requests"),
  };
  const map = options.districts === null ? { districts: [], notes: [] } : await readDistricts(options.districts);
  const places = new Places(map.districts);
  const topics = termsOf(DEFAULT_TOPIC_DEFINITIONS, "topics", lists.volunteers, lists.requests);
  const interests = termsOf(DEFAULT_INTEREST_DEFINITIONS, "interests", lists.volunteers, lists.requests);
  const scene = {
    ...readingScene({ today, districts: map.districts, topics, interests }),
    readDistrict: places.read,
  };
  const noon = instantOf(`${today}T12:00`, TIME_ZONE);
  const volunteers = readVolunteers(lists.volunteers, scene);
  const requests = readRequests(lists.requests, scene, {
    interpretersAgreed: options.interpretersAgreed,
    arrivalOf: arrivals(noon, TIME_ZONE),
  });
  const notes = [...volunteers.notes, ...requests.notes, ...map.notes];
  requireReadable(notes, map.notes, options);
  if (volunteers.people.length === 0) throw new PlanRefusal({ code: "nobody_in_list", file: options.volunteers });
  if (requests.people.length === 0) throw new PlanRefusal({ code: "nobody_in_list", file: options.requests });
  const mentors = volunteers.people.map(({ person }) => person);
  const input = freezeRound({
    requests: requests.people.map(({ person }) => person),
    mentors,
    weights: DEFAULT_WEIGHTS,
    districts: places.list(),
    interestShares: [...interestSharesOf(mentors)],
    now: noon.getTime(),
  });
  return { today, lists, volunteers, requests, places, terms: [...topics, ...interests], notes, input };
}

/** A row nobody can read may be left out of a plan when that is wanted; a district nobody can place may not. */
function requireReadable(
  notes: readonly CellNote[],
  ofDistricts: readonly CellNote[],
  { skipUnreadable }: PlanOptions,
): void {
  const errors = (skipUnreadable ? ofDistricts : notes).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new PlanRefusal({ code: "unreadable_cells", cells: errors });
}

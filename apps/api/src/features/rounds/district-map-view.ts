import type { ReadyPlanView } from "@augenhoehe/contract";
import type { RoundPair } from "@augenhoehe/domain/matching";
import type { DraftScene } from "./draft-scene.ts";
import { isFree } from "./read-pool.ts";

type MapView = ReadyPlanView["map"];

const RADIANS = Math.PI / 180;
/** Of a network whose districts lie in one place, or nowhere. */
const SQUARE = 1;

/** Districts where they lie, true to scale, and how many pairs join which. Districts without coordinates are on no map. */
export function districtMapView(scene: DraftScene, pairs: readonly RoundPair[]): MapView {
  const located = scene.frozen.input.districts.flatMap(({ key, lat, lng }) =>
    lat === null || lng === null ? [] : [{ key, lat, lng }],
  );
  const middle = located.reduce((sum, { lat }) => sum + lat, 0) / Math.max(1, located.length);
  const spots = located.map(({ key, lat, lng }) => ({ key, east: lng * Math.cos(middle * RADIANS), south: -lat }));
  const [west, width] = extent(spots.map(({ east }) => east));
  const [north, height] = extent(spots.map(({ south }) => south));
  const [requests, mentors] = [countBy(requestDistricts(scene)), countBy(mentorDistricts(scene))];
  const districts = spots.map(({ key, east, south }) => ({
    key,
    name: scene.districtNames.get(key) ?? key,
    x: width === 0 ? 0.5 : (east - west) / width,
    y: height === 0 ? 0.5 : (south - north) / height,
    requests: requests.get(key) ?? 0,
    mentors: mentors.get(key) ?? 0,
  }));
  return { districts, ratio: width === 0 || height === 0 ? SQUARE : height / width, lines: linesOf(scene, pairs) };
}

function extent(values: readonly number[]): [from: number, length: number] {
  const from = values.reduce((least, value) => Math.min(least, value), Infinity);
  const to = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return values.length === 0 ? [0, 0] : [from, to - from];
}

/** Those who are part of the plan. */
const requestDistricts = ({ frozen, basis }: DraftScene): (string | null)[] => {
  const leftOut = new Set(basis.wishes.leftOut.requests);
  return frozen.input.requests.filter(({ id }) => !leftOut.has(id)).map(({ district }) => district);
};

/** Those with a free place. */
const mentorDistricts = ({ frozen, basis }: DraftScene): (string | null)[] => {
  const leftOut = new Set(basis.wishes.leftOut.mentors);
  return frozen.input.mentors
    .filter((mentor) => isFree(mentor) && !leftOut.has(mentor.id))
    .map(({ district }) => district);
};

function countBy(keys: readonly (string | null)[]): Map<string | null, number> {
  return new Map([...Map.groupBy(keys, (key) => key)].map(([key, same]) => [key, same.length]));
}

function linesOf({ frozenRequests, frozenMentors, frozen }: DraftScene, pairs: readonly RoundPair[]): MapView["lines"] {
  const onMap = new Set(
    frozen.input.districts.filter(({ lat, lng }) => lat !== null && lng !== null).map(({ key }) => key),
  );
  const lines = new Map<string, { from: string; to: string; pairs: number }>();
  for (const { requestId, mentorId } of pairs) {
    const [from, to] = [frozenRequests.get(requestId)?.district, frozenMentors.get(mentorId)?.district];
    if (typeof from !== "string" || typeof to !== "string" || !onMap.has(from) || !onMap.has(to)) continue;
    const line = lines.get(`${from}/${to}`) ?? { from, to, pairs: 0 };
    lines.set(`${from}/${to}`, { ...line, pairs: line.pairs + 1 });
  }
  return [...lines.values()].toSorted(
    (a, b) => b.pairs - a.pairs || a.from.localeCompare(b.from) || a.to.localeCompare(b.to),
  );
}

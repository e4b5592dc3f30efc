import {
  createDistrictReader,
  createTermReader,
  parseLanguages,
  parseTimes,
  type IsoDate,
  type KnownDistrict,
  type Reading,
} from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { listDistricts, listTerms } from "../../db/repositories/public-network.ts";
import { readToday } from "../../db/repositories/time-zone.ts";

/** What cells are read against: the network's own districts and words, and the day. */
export interface ReadingScene {
  readonly today: IsoDate;
  readonly districts: ReadonlyMap<string, KnownDistrict>;
  readonly readDistrict: (text: string) => Reading<string | null>;
  readonly readTopics: (text: string) => Reading<string[]>;
  readonly readInterests: (text: string) => Reading<string[]>;
  readonly readLanguages: typeof parseLanguages;
  readonly readTimes: typeof parseTimes;
}

export async function readScene(tx: Tx, now: Date): Promise<ReadingScene> {
  const districts = await listDistricts(tx);
  const terms = await listTerms(tx);
  const readerOf = (wanted: "topic" | "interest") =>
    createTermReader(
      terms.filter(({ kind }) => kind === wanted).map(({ key, labels }) => ({ key, labels: Object.values(labels) })),
    );
  return {
    today: await readToday(tx, now),
    districts: new Map(districts.map((district) => [district.key, district])),
    readDistrict: remembering(createDistrictReader(districts).read),
    readTopics: remembering(readerOf("topic").read),
    readInterests: remembering(readerOf("interest").read),
    readLanguages: remembering(parseLanguages),
    readTimes: remembering(parseTimes),
  };
}

/** Lists say the same things again and again: each is read once. */
function remembering<T>(read: (text: string) => Reading<T>): (text: string) => Reading<T> {
  const known = new Map<string, Reading<T>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading = read(text);
    known.set(text, reading);
    return reading;
  };
}

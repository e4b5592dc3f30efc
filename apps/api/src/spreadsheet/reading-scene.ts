import {
  createDistrictReader,
  createTermReader,
  parseLanguages,
  parseTimes,
  type IsoDate,
  type KnownDistrict,
  type KnownTerm,
  type Reading,
} from "@augenhoehe/domain";

/** What cells are read against: districts and words that are known, and the day. */
export interface ReadingScene {
  readonly today: IsoDate;
  readonly districts: ReadonlyMap<string, KnownDistrict>;
  readonly readDistrict: (text: string) => Reading<string | null>;
  readonly readTopics: (text: string) => Reading<string[]>;
  readonly readInterests: (text: string) => Reading<string[]>;
  readonly readLanguages: typeof parseLanguages;
  readonly readTimes: typeof parseTimes;
}

export function readingScene(known: {
  readonly today: IsoDate;
  readonly districts: readonly KnownDistrict[];
  readonly topics: readonly KnownTerm[];
  readonly interests: readonly KnownTerm[];
}): ReadingScene {
  return {
    today: known.today,
    districts: new Map(known.districts.map((district) => [district.key, district])),
    readDistrict: remembering(createDistrictReader(known.districts).read),
    readTopics: remembering(createTermReader(known.topics).read),
    readInterests: remembering(createTermReader(known.interests).read),
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

import type { InterestShares, MatchMentor } from "../types.ts";
import { FreeTimes } from "./free-times.ts";
import { Homes } from "./homes.ts";
import { LanguageProfiles } from "./language-profiles.ts";
import { blocksOf, layoutOrder } from "./mentor-blocks.ts";
import type { LayoutKeys, MentorBlocks } from "./mentor-blocks.ts";
import { CLOSED, flagsOf } from "./mentor-flags.ts";
import { MentorRows } from "./mentor-rows.ts";
import type { MentorTerms } from "./mentor-rows.ts";
import { TopicSets } from "./topic-sets.ts";
import { bitWords, Vocabulary } from "./vocabulary.ts";

/** Changed rows stand unsorted behind the blocks, until they are more than this share of all. */
const LOOSE_SHARE = 1 / 8;
const LOOSE_AT_LEAST = 256;

/**
 * A pool of mentors as bits and numbers. `scorePairing` and `exclusionsOf` stay the definition; this says the same,
 * faster. Every mentor goes by a number: their index in the list the pool was packed from, and for who comes later
 * the next one or that of somebody who left.
 */
export class PackedMentors {
  readonly homes: Homes;
  readonly profiles: LanguageProfiles;
  readonly times: FreeTimes;
  readonly topics: TopicSets;
  readonly interests: Vocabulary;
  /** By number; a hole where somebody left. */
  readonly mentors: (MatchMentor | undefined)[];
  /** Every change makes another one: what was worked out from an earlier version may be wrong now. */
  version = 0;
  rows: MentorRows;
  blocks: MentorBlocks;
  readonly #numberOf: Map<string, number>;
  readonly #free: number[];
  readonly #interestCounts: number[];
  /** Row per number. */
  #rowOf: number[] = [];
  #looseRows = 0;

  constructor(from: readonly MatchMentor[] | PackedMentors) {
    if (from instanceof PackedMentors) {
      ({ homes: this.homes, profiles: this.profiles, times: this.times } = from);
      ({ topics: this.topics, interests: this.interests } = from);
      this.mentors = [...from.mentors];
      this.#numberOf = new Map(from.#numberOf);
      this.#free = [...from.#free];
      this.#interestCounts = [...from.#interestCounts];
      this.#rowOf = [...from.#rowOf];
      this.#looseRows = from.#looseRows;
      this.rows = from.rows.copy();
      this.blocks = { ...from.blocks, isClosed: from.blocks.isClosed.slice() };
      return;
    }
    this.homes = new Homes();
    this.profiles = new LanguageProfiles();
    this.times = new FreeTimes();
    this.topics = new TopicSets();
    this.interests = new Vocabulary();
    this.mentors = [...from];
    this.#numberOf = new Map();
    from.forEach(({ id }, number) => this.#numberOf.set(id, number));
    if (this.#numberOf.size < from.length) throw new RangeError("Two mentors have the same id");
    this.#free = [];
    this.#interestCounts = [];
    ({ rows: this.rows, blocks: this.blocks } = this.#layOut());
    for (const { interests } of from) this.#countInterests(interests, 1);
  }

  get size(): number {
    return this.#numberOf.size;
  }

  get(id: string): MatchMentor | undefined {
    const number = this.#numberOf.get(id);
    return number === undefined ? undefined : this.mentors[number];
  }

  numberOf(id: string): number | undefined {
    return this.#numberOf.get(id);
  }

  rowOf(number: number): number {
    return this.#rowOf[number]!;
  }

  /** For changes that not everybody shall see: changing one leaves the other as it is. */
  copy(): PackedMentors {
    return new PackedMentors(this);
  }

  /** Takes a mentor in, or takes over what changed about them. */
  upsert(mentor: MatchMentor): void {
    this.version++;
    const known = this.#numberOf.get(mentor.id);
    const number = known ?? this.#free.pop() ?? this.mentors.length;
    if (known !== undefined) this.#countInterests(this.mentors[number]?.interests ?? [], -1);
    this.mentors[number] = mentor;
    this.#numberOf.set(mentor.id, number);
    this.#countInterests(mentor.interests, 1);
    const terms = this.#termsOf(mentor, number);
    if (bitWords(this.interests) > this.rows.interestWords) this.#layOutAgain();
    else if (known !== undefined && this.#fitsIn(this.#rowOf[number]!, terms)) this.#rewrite(number, mentor, terms);
    else this.#addLoose(number, mentor, terms);
  }

  remove(id: string): void {
    const number = this.#numberOf.get(id);
    if (number === undefined) return;
    this.version++;
    this.#countInterests(this.mentors[number]?.interests ?? [], -1);
    this.#numberOf.delete(id);
    this.mentors[number] = undefined;
    this.#free.push(number);
    this.rows.leave(this.#rowOf[number]!);
    this.#looseRows++;
    this.#tidyUp();
  }

  /** As `interestSharesOf` the mentors in here now. */
  interestShares(): InterestShares {
    const shares = new Map<string, number>();
    this.interests.words.forEach((interest, index) => {
      const count = this.#interestCounts[index] ?? 0;
      if (count > 0) shares.set(interest, count / this.size);
    });
    return shares;
  }

  #countInterests(interests: readonly string[], by: 1 | -1): void {
    for (const interest of new Set(interests)) {
      const index = this.interests.add(interest);
      this.#interestCounts[index] = (this.#interestCounts[index] ?? 0) + by;
    }
  }

  #termsOf(mentor: MatchMentor, number: number): MentorTerms {
    return {
      number,
      profile: this.profiles.add(mentor.languages),
      home: this.homes.add(mentor.district, mentor.reachKm),
      times: this.times.add(mentor.slots),
      topics: this.topics.add(mentor.topics),
      interests: mentor.interests.map((interest) => this.interests.add(interest)),
    };
  }

  /** A row may stay where it is while what its block says about it stays true. */
  #fitsIn(row: number, { profile, home }: MentorTerms): boolean {
    const isLoose = row >= this.blocks.start.at(-1)!;
    const isSameDistrict = this.homes.districtOf(this.rows.home[row]!) === this.homes.districtOf(home);
    return isLoose || (isSameDistrict && this.rows.profile[row] === profile);
  }

  #rewrite(number: number, mentor: MatchMentor, terms: MentorTerms): void {
    const row = this.#rowOf[number]!;
    this.rows.write(row, mentor, terms);
    if ((this.rows.flags[row]! & CLOSED) === 0) this.#openBlockOf(row);
  }

  #openBlockOf(row: number): void {
    const { start, isClosed } = this.blocks;
    if (row >= start.at(-1)!) return;
    let [from, to] = [0, isClosed.length - 1];
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if (start[middle]! <= row) from = middle;
      else to = middle - 1;
    }
    isClosed[from] = 0;
  }

  #addLoose(number: number, mentor: MatchMentor, terms: MentorTerms): void {
    const before = this.#rowOf[number];
    if (before !== undefined && this.rows.number[before] === number) this.rows.leave(before);
    const row = this.rows.append();
    this.rows.write(row, mentor, terms);
    this.#rowOf[number] = row;
    this.#looseRows++;
    this.#tidyUp();
  }

  #tidyUp(): void {
    if (this.#looseRows > Math.max(LOOSE_AT_LEAST, this.size * LOOSE_SHARE)) this.#layOutAgain();
  }

  #layOutAgain(): void {
    ({ rows: this.rows, blocks: this.blocks } = this.#layOut());
    this.#looseRows = 0;
  }

  #layOut(): { rows: MentorRows; blocks: MentorBlocks } {
    const present: { readonly mentor: MatchMentor; readonly terms: MentorTerms }[] = [];
    this.mentors.forEach((mentor, number) => {
      if (mentor !== undefined) present.push({ mentor, terms: this.#termsOf(mentor, number) });
    });
    const keys: LayoutKeys = {
      district: present.map(({ terms }) => this.homes.districtOf(terms.home)),
      isClosed: present.map(({ mentor }) => ((flagsOf(mentor) & CLOSED) === 0 ? 0 : 1)),
      profile: present.map(({ terms }) => terms.profile),
      districtCount: this.homes.districtCount,
      profileCount: this.profiles.count,
    };
    const order = layoutOrder(keys);
    const rows = new MentorRows(present.length, bitWords(this.interests));
    this.#rowOf = Array.from(this.mentors, () => -1);
    for (const index of order) {
      const { mentor, terms } = present[index]!;
      const row = rows.append();
      rows.write(row, mentor, terms);
      this.#rowOf[terms.number] = row;
    }
    return { rows, blocks: blocksOf(order, keys) };
  }
}

export const packMentors = (mentors: readonly MatchMentor[]): PackedMentors => new PackedMentors(mentors);

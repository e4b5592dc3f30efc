import type { MatchMentor } from "../types.ts";
import { flagsOf, GONE } from "./mentor-flags.ts";

/** What the vocabularies make of a mentor. */
export interface MentorTerms {
  readonly number: number;
  readonly profile: number;
  readonly home: number;
  readonly times: number;
  readonly topics: number;
  readonly interests: readonly number[];
}

/** Everything exclusions and points read of a mentor, one row each, in parallel arrays. */
export class MentorRows {
  /** How wide a row's set of interests is, in 32-bit words. */
  readonly interestWords: number;
  count = 0;
  flags: Int32Array;
  times: Int32Array;
  profile: Int32Array;
  home: Int32Array;
  openTandems: Int32Array;
  /** Orders as the id does as far as it goes, see `idPrefix`. */
  idPrefix: Float64Array;
  /** The number the mentor goes by outside, see `PackedMentors`. */
  number: Int32Array;
  topics: Int32Array;
  interests: Int32Array;

  constructor(capacity: number, interestWords: number) {
    this.interestWords = interestWords;
    this.flags = new Int32Array(capacity);
    this.times = new Int32Array(capacity);
    this.profile = new Int32Array(capacity);
    this.home = new Int32Array(capacity);
    this.openTandems = new Int32Array(capacity);
    this.idPrefix = new Float64Array(capacity);
    this.number = new Int32Array(capacity);
    this.topics = new Int32Array(capacity);
    this.interests = new Int32Array(capacity * interestWords);
  }

  /** A new row at the end; its content is written by `write`. */
  append(): number {
    if (this.count === this.flags.length) this.#grow(Math.ceil(this.count * 1.25) + 64);
    return this.count++;
  }

  write(row: number, mentor: MatchMentor, terms: MentorTerms): void {
    this.flags[row] = flagsOf(mentor);
    this.times[row] = terms.times;
    this.profile[row] = terms.profile;
    this.home[row] = terms.home;
    this.openTandems[row] = mentor.openTandems;
    this.idPrefix[row] = idPrefix(mentor.id);
    this.number[row] = terms.number;
    this.topics[row] = terms.topics;
    setBits(this.interests, row * this.interestWords, this.interestWords, terms.interests);
  }

  leave(row: number): void {
    this.flags[row] = GONE;
    this.number[row] = -1;
  }

  copy(): MentorRows {
    const copy = new MentorRows(0, this.interestWords);
    copy.count = this.count;
    copy.flags = this.flags.slice();
    copy.times = this.times.slice();
    copy.profile = this.profile.slice();
    copy.home = this.home.slice();
    copy.openTandems = this.openTandems.slice();
    copy.idPrefix = this.idPrefix.slice();
    copy.number = this.number.slice();
    copy.topics = this.topics.slice();
    copy.interests = this.interests.slice();
    return copy;
  }

  #grow(capacity: number): void {
    this.flags = grown(this.flags, capacity);
    this.times = grown(this.times, capacity);
    this.profile = grown(this.profile, capacity);
    this.home = grown(this.home, capacity);
    this.openTandems = grown(this.openTandems, capacity);
    const idPrefix = new Float64Array(capacity);
    idPrefix.set(this.idPrefix);
    this.idPrefix = idPrefix;
    this.number = grown(this.number, capacity);
    this.topics = grown(this.topics, capacity);
    this.interests = grown(this.interests, capacity * this.interestWords);
  }
}

function grown(column: Int32Array, length: number): Int32Array {
  const longer = new Int32Array(length);
  longer.set(column);
  return longer;
}

function setBits(column: Int32Array, first: number, words: number, terms: readonly number[]): void {
  column.fill(0, first, first + words);
  for (const term of terms) column[first + (term >> 5)]! |= 1 << (term & 31);
}

const PREFIX_LENGTH = 7;
const BEYOND_ASCII = 127;

/**
 * The first characters as one number: ids with different numbers stand in the order of their numbers, only those with
 * the same need comparing in full. Behind a character beyond ASCII nothing counts any more.
 */
function idPrefix(id: string): number {
  let prefix = 0;
  let index = 0;
  while (index < PREFIX_LENGTH) {
    const code = index < id.length ? id.charCodeAt(index) : 0;
    index++;
    prefix = prefix * 128 + Math.min(code, BEYOND_ASCII);
    if (code >= BEYOND_ASCII) break;
  }
  return prefix * 128 ** (PREFIX_LENGTH - index);
}

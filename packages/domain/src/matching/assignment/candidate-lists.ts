/** Edges as one side of the market sees them: parallel arrays. */
export interface Ends {
  readonly own: ArrayLike<number>;
  readonly other: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

const FIRST_SORTED = 64;
const INSERTION_AT_MOST = 24;

/**
 * For everybody on one side: who on the other side could be theirs, by falling value, then by number. A list is put in
 * order only as far as somebody reads it: `sortedEnd` says how far, `sortMore` goes on. Whoever stops at a value they
 * no longer care for never pays for the rest.
 */
export class CandidateLists {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly sortedEnd: Int32Array;
  other: Int32Array;
  value: Int32Array;
  /** Where the room of each list ends; a list that outgrows it moves to the end of the arrays. */
  readonly #roomEnd: Int32Array;
  #used: number;

  private constructor(start: Int32Array, end: Int32Array, other: Int32Array, value: Int32Array) {
    this.start = start;
    this.end = end;
    this.sortedEnd = start.slice();
    this.other = other;
    this.value = value;
    this.#roomEnd = end.slice();
    this.#used = other.length;
  }

  /** `people` may be more than the edges name: numbers for those who join later. */
  static of(people: number, { own, other: others, value: values }: Ends): CandidateLists {
    const edges = own.length;
    const end = new Int32Array(people);
    let isGrouped = true;
    let last = 0;
    for (let edge = 0; edge < edges; edge++) {
      const person = own[edge]!;
      end[person]!++;
      if (person < last) isGrouped = false;
      last = person;
    }
    const start = startsOf(end);
    if (isGrouped) return new CandidateLists(start, end, Int32Array.from(others), Int32Array.from(values));
    const at = start.slice();
    const other = new Int32Array(edges);
    const value = new Int32Array(edges);
    for (let edge = 0; edge < edges; edge++) {
      const place = at[own[edge]!]!++;
      other[place] = others[edge]!;
      value[place] = values[edge]!;
    }
    return new CandidateLists(start, end, other, value);
  }

  /** The same edges as the other side sees them; each list by the number of who reads it now. */
  seenFromTheOtherSide(people: number): CandidateLists {
    const { start: ownStart, end: ownEnd, other: others, value: values } = this;
    const edges = others.length;
    const end = new Int32Array(people);
    for (let edge = 0; edge < edges; edge++) end[others[edge]!]!++;
    const start = startsOf(end);
    const at = start.slice();
    const other = new Int32Array(edges);
    const value = new Int32Array(edges);
    for (let person = 0; person < ownStart.length; person++) {
      const to = ownEnd[person]!;
      for (let edge = ownStart[person]!; edge < to; edge++) {
        const place = at[others[edge]!]!++;
        other[place] = person;
        value[place] = values[edge]!;
      }
    }
    return new CandidateLists(start, end, other, value);
  }

  /** Puts the next part of a list in order, as much again as is ordered already, and says how far it is now. */
  sortMore(person: number): number {
    const from = this.sortedEnd[person]!;
    const end = this.end[person]!;
    const wanted = Math.max(FIRST_SORTED, from - this.start[person]!);
    const to = end - from <= wanted * 2 ? end : from + wanted;
    if (to < end) this.#select(from, end, to);
    this.#sort(from, to);
    this.sortedEnd[person] = to;
    return to;
  }

  /** Adds a candidate at its place; the pair must not be there yet. */
  add(person: number, other: number, value: number): void {
    if (this.end[person] === this.#roomEnd[person]) this.#move(person);
    const start = this.start[person]!;
    const sorted = this.sortedEnd[person]!;
    const end = this.end[person]!;
    this.end[person] = end + 1;
    const belongsToTheRest = sorted < end && (sorted === start || this.#isBefore(sorted - 1, value, other));
    if (belongsToTheRest) {
      this.#put(end, other, value);
      return;
    }
    this.#put(end, this.other[sorted]!, this.value[sorted]!);
    let at = sorted;
    while (at > start && !this.#isBefore(at - 1, value, other)) {
      this.#put(at, this.other[at - 1]!, this.value[at - 1]!);
      at--;
    }
    this.#put(at, other, value);
    this.sortedEnd[person] = sorted + 1;
  }

  /** Takes a candidate away and says its value; −1 when it was not there. */
  remove(person: number, other: number): number {
    const at = this.#find(person, other);
    if (at < 0) return -1;
    const value = this.value[at]!;
    const sorted = this.sortedEnd[person]!;
    const last = this.end[person]! - 1;
    let gap = at;
    if (at < sorted) {
      this.other.copyWithin(at, at + 1, sorted);
      this.value.copyWithin(at, at + 1, sorted);
      gap = sorted - 1;
      this.sortedEnd[person] = gap;
    }
    this.#put(gap, this.other[last]!, this.value[last]!);
    this.end[person] = last;
    return value;
  }

  /** The value of a pair, −1 where there is none. */
  valueOf(person: number, other: number): number {
    const at = this.#find(person, other);
    return at < 0 ? -1 : this.value[at]!;
  }

  #find(person: number, other: number): number {
    const end = this.end[person]!;
    for (let at = this.start[person]!; at < end; at++) if (this.other[at] === other) return at;
    return -1;
  }

  #put(at: number, other: number, value: number): void {
    this.other[at] = other;
    this.value[at] = value;
  }

  #isBefore(at: number, value: number, other: number): boolean {
    return this.value[at]! > value || (this.value[at] === value && this.other[at]! < other);
  }

  #swap(a: number, b: number): void {
    const other = this.other[a]!;
    const value = this.value[a]!;
    this.#put(a, this.other[b]!, this.value[b]!);
    this.#put(b, other, value);
  }

  #sort(from: number, to: number): void {
    while (to - from > INSERTION_AT_MOST) {
      const middle = this.#partition(from, to);
      if (middle - from < to - middle) {
        this.#sort(from, middle);
        from = middle;
      } else {
        this.#sort(middle, to);
        to = middle;
      }
    }
    const { other: others, value: values } = this;
    for (let next = from + 1; next < to; next++) {
      const value = values[next]!;
      const other = others[next]!;
      let at = next;
      while (at > from && (values[at - 1]! < value || (values[at - 1] === value && others[at - 1]! > other))) {
        values[at] = values[at - 1]!;
        others[at] = others[at - 1]!;
        at--;
      }
      values[at] = value;
      others[at] = other;
    }
  }

  /** Brings the first of the range, down to `nth`, to its front, in no order. */
  #select(from: number, to: number, nth: number): void {
    while (to - from > INSERTION_AT_MOST) {
      const middle = this.#partition(from, to);
      if (nth === middle) return;
      if (nth < middle) to = middle;
      else from = middle;
    }
    this.#sort(from, to);
  }

  /** Splits a range in two that are not empty, everything in the first coming before everything in the second. */
  #partition(from: number, to: number): number {
    const { other: others, value: values } = this;
    const pivotAt = this.#medianOfThree(from, (from + to) >>> 1, to - 1);
    const pivot = values[pivotAt]!;
    const pivotOther = others[pivotAt]!;
    let low = from - 1;
    let high = to;
    for (;;) {
      do low++;
      while (values[low]! > pivot || (values[low] === pivot && others[low]! < pivotOther));
      do high--;
      while (values[high]! < pivot || (values[high] === pivot && others[high]! > pivotOther));
      if (low >= high) break;
      this.#swap(low, high);
    }
    return Math.max(from + 1, Math.min(high + 1, to - 1));
  }

  #medianOfThree(a: number, b: number, c: number): number {
    const before = (x: number, y: number): boolean => this.#isBefore(x, this.value[y]!, this.other[y]!);
    if (before(a, b)) return before(b, c) ? b : before(a, c) ? c : a;
    return before(a, c) ? a : before(b, c) ? c : b;
  }

  /** Moves a list to the end of the arrays with room for as many again. */
  #move(person: number): void {
    const start = this.start[person]!;
    const end = this.end[person]!;
    const room = Math.max(8, (end - start) * 2);
    if (this.#used + room > this.other.length) this.#enlarge(this.#used + room);
    this.other.copyWithin(this.#used, start, end);
    this.value.copyWithin(this.#used, start, end);
    this.start[person] = this.#used;
    this.end[person] = this.#used + end - start;
    this.sortedEnd[person] = this.#used + this.sortedEnd[person]! - start;
    this.#used += room;
    this.#roomEnd[person] = this.#used;
  }

  #enlarge(atLeast: number): void {
    const size = Math.max(atLeast, Math.ceil(this.other.length * 1.25));
    const other = new Int32Array(size);
    const value = new Int32Array(size);
    other.set(this.other);
    value.set(this.value);
    this.other = other;
    this.value = value;
  }
}

/** Where each list starts, from how long they are; the lengths become the ends. */
function startsOf(lengths: Int32Array): Int32Array {
  const start = new Int32Array(lengths.length);
  let sum = 0;
  for (let person = 0; person < lengths.length; person++) {
    start[person] = sum;
    sum += lengths[person]!;
    lengths[person] = sum;
  }
  return start;
}

import type { PackedMentors } from "./packed-mentors.ts";
import { isBetterRow } from "./is-better-row.ts";
import { lowestSumOf, pointsOfSum } from "./weigh-rows.ts";
import type { RowSink } from "./weigh-rows.ts";

/** The best `limit` rows of those it takes, as a heap with the worst on top; equal points stand as `compareMentors`. */
export class BestRows implements RowSink {
  floor = 0;
  count = 0;
  readonly rows: Int32Array;
  readonly points: Int32Array;
  readonly #pool: PackedMentors;
  readonly #limit: number;

  constructor(pool: PackedMentors, limit: number) {
    this.#pool = pool;
    this.#limit = Math.min(limit, pool.size);
    this.rows = new Int32Array(this.#limit);
    this.points = new Int32Array(this.#limit);
    if (this.#limit === 0) this.floor = Infinity;
  }

  take(row: number, sum: number): void {
    const points = pointsOfSum(sum);
    if (this.count < this.#limit) {
      this.#rise(this.count++, row, points);
    } else {
      if (!isBetterRow(this.#pool, row, points, this.rows[0]!, this.points[0]!)) return;
      this.#sink(0, row, points, this.count);
    }
    if (this.count === this.#limit) this.floor = lowestSumOf(this.points[0]!);
  }

  /** Puts the best first; afterwards nothing more can be taken. */
  sort(): void {
    for (let last = this.count - 1; last > 0; last--) {
      const [row, points] = [this.rows[last]!, this.points[last]!];
      this.rows[last] = this.rows[0]!;
      this.points[last] = this.points[0]!;
      this.#sink(0, row, points, last);
    }
  }

  clear(): void {
    this.count = 0;
    this.floor = this.#limit === 0 ? Infinity : 0;
  }

  #rise(at: number, row: number, points: number): void {
    let place = at;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isBetterRow(this.#pool, this.rows[parent]!, this.points[parent]!, row, points)) break;
      this.rows[place] = this.rows[parent]!;
      this.points[place] = this.points[parent]!;
      place = parent;
    }
    this.rows[place] = row;
    this.points[place] = points;
  }

  #sink(at: number, row: number, points: number, count: number): void {
    let place = at;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= count) break;
      const other = child + 1;
      if (
        other < count &&
        isBetterRow(this.#pool, this.rows[child]!, this.points[child]!, this.rows[other]!, this.points[other]!)
      ) {
        child = other;
      }
      if (!isBetterRow(this.#pool, row, points, this.rows[child]!, this.points[child]!)) break;
      this.rows[place] = this.rows[child]!;
      this.points[place] = this.points[child]!;
      place = child;
    }
    this.rows[place] = row;
    this.points[place] = points;
  }
}

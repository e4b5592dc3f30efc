import { fitAtKm, isBeyond, shorterReachKm } from "../district-fit.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import { excludedIf } from "./excluded-points.ts";
import { Vocabulary } from "./vocabulary.ts";

/** What a request makes of every home and every district. */
export interface WeighedHomes {
  /** Weighted fit per home. */
  readonly points: Int32Array;
  /** The most any home of a district gets; −1 where all are too far. */
  readonly bestOfDistrict: Int32Array;
  /** Districts with a home near enough, the best first. */
  readonly bestFirst: Int32Array;
}

/** Mentors of one district who go equally far share one home: ways are weighed once per home. */
export class Homes {
  readonly #districts = new Vocabulary<string | null>();
  /** By district, the number of the home with that reach. */
  readonly #homesOf: Map<number | null, number>[] = [];
  readonly #districtOf: number[] = [];
  readonly #reachKm: (number | null)[] = [];

  get districtCount(): number {
    return this.#districts.words.length;
  }

  add(district: string | null, reachKm: number | null): number {
    const number = this.#districts.add(district);
    const homes = (this.#homesOf[number] ??= new Map());
    const known = homes.get(reachKm);
    if (known !== undefined) return known;
    homes.set(reachKm, this.#districtOf.length);
    this.#districtOf.push(number);
    return this.#reachKm.push(reachKm) - 1;
  }

  districtOf(home: number): number {
    return this.#districtOf[home]!;
  }

  weigh(prepared: PreparedRequest): WeighedHomes {
    const weight = prepared.context.weights.district;
    const askedKm = prepared.request.reachKm;
    const kmTo = this.#districts.words.map((district) => (district === null ? null : prepared.kmTo(district)));
    const points = new Int32Array(this.#districtOf.length);
    const bestOfDistrict = new Int32Array(this.districtCount).fill(-1);
    for (let home = 0; home < points.length; home++) {
      const district = this.#districtOf[home]!;
      const km = kmTo[district]!;
      const reachKm = shorterReachKm(this.#reachKm[home]!, askedKm);
      const weighted = fitAtKm(km, reachKm) * weight;
      points[home] = excludedIf(isBeyond(km, reachKm), weighted);
      if (points[home]! > bestOfDistrict[district]!) bestOfDistrict[district] = points[home]!;
    }
    return { points, bestOfDistrict, bestFirst: bestFirst(bestOfDistrict) };
  }
}

function bestFirst(bestOfDistrict: Int32Array): Int32Array {
  const near = [...bestOfDistrict.keys()].filter((district) => bestOfDistrict[district]! >= 0);
  return Int32Array.from(near.sort((a, b) => bestOfDistrict[b]! - bestOfDistrict[a]! || a - b));
}

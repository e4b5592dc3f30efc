import { fitOfOverlap } from "../availability-fit.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import { overlapSlots } from "../../week.ts";
import type { WeekSlots } from "../../week.ts";
import { excludedIf } from "./excluded-points.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Mentors with the same free parts of the week share one number; untold and none are the same. */
export class FreeTimes {
  readonly #slots = new Vocabulary<WeekSlots>();

  add(slots: WeekSlots | null): number {
    return this.#slots.add(slots ?? 0);
  }

  /** Weighted fit per number. */
  weigh({ slots: asked, context: { weights } }: PreparedRequest): Int32Array {
    const untold = fitOfOverlap(null) * weights.availability;
    return Int32Array.from(this.#slots.words, (told) => {
      if (asked === null || told === 0) return untold;
      const parts = overlapSlots(told, asked);
      return excludedIf(parts === 0, fitOfOverlap(parts) * weights.availability);
    });
  }
}

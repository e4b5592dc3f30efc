import { z } from "zod";

export const ALL_PAIRS_WAYS = ["candidates", "all pairs"] as const;
export type AllPairsWay = (typeof ALL_PAIRS_WAYS)[number];

export type AllPairsAnswer = z.infer<typeof allPairsAnswerSchema>;
export const allPairsAnswerSchema = z.object({
  places: z.number(),
  indexMs: z.number(),
  /** From the people to the plan, with the candidates' lists. */
  solveMs: z.number(),
  /** The same as time that all threads of the process spent computing. */
  processorMs: z.number(),
  peakBytes: z.number(),
  served: z.number(),
  total: z.number(),
  /** All pairs of some requests held against the prices. */
  pairsChecked: z.number(),
  faults: z.array(z.string()),
});

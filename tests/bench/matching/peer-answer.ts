import { z } from "zod";

/** What is to be found: the highest total, or most people first, or most of every tenth person before that. */
export const TASKS = ["value", "served-first", "priority-first"] as const;
export type Task = (typeof TASKS)[number];

export const isPrioritised = (request: number): boolean => request % 10 === 0;

/** What one solver said about one instance in a process of its own. */
export type Answer = z.infer<typeof answerSchema>;
export const answerSchema = z.object({
  readMs: z.number(),
  /** From the pairs in memory to the answer, with every preparation the solver needs. */
  solveMs: z.number(),
  /** The same as time that all threads of the process spent computing: steadier while others use the machine. */
  processorMs: z.number(),
  /** The most memory the process ever held. */
  peakBytes: z.number(),
  total: z.number(),
  served: z.number(),
  /** Only our solver: null when the certificate holds, else what is wrong with it. */
  wrong: z.string().nullable().optional(),
});

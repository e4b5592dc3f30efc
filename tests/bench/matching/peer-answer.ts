import { z } from "zod";

/** What one solver said about one instance in a process of its own. */
export type Answer = z.infer<typeof answerSchema>;
export const answerSchema = z.object({
  readMs: z.number(),
  /** From the pairs in memory to the answer, with every preparation the solver needs. */
  solveMs: z.number(),
  /** The same as time that all threads of the process spent computing: steadier while others use the machine. */
  processorMs: z.number(),
  /** The most memory the process ever held up to the answer. */
  peakBytes: z.number(),
  total: z.number(),
  served: z.number(),
  /** Among those who come first under "priority-first". */
  servedFirst: z.number().optional(),
  /** Only our solver: null when the certificate holds, else what is wrong with it. */
  wrong: z.string().nullable().optional(),
  /** The most memory with the certificate checked as well. */
  proofPeakBytes: z.number().optional(),
});

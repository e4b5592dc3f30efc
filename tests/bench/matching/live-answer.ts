import { z } from "zod";

export const LIVE_CHANGES = ["pin", "unpin", "ban", "allow", "leave", "come back", "join", "go again"] as const;
export type LiveChange = (typeof LIVE_CHANGES)[number];

const Times = z.object({ medianMs: z.number(), p99Ms: z.number() });

/** How long one change took, by kind, and whether the best plan stayed the best throughout. */
export type LiveAnswer = z.infer<typeof liveAnswerSchema>;
export const liveAnswerSchema = z.object({
  openMs: z.number(),
  changes: z.number(),
  times: z.record(z.enum(LIVE_CHANGES), Times),
  proofsChecked: z.number(),
  faults: z.array(z.string()),
});

import { z } from "zod";
import { REFUSAL_CODES } from "@augenhoehe/domain";

/** One field that was not understood. `code` is a key of the web's field messages, `path` a dotted field name. */
export const FieldIssue = z.strictObject({
  path: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type FieldIssue = z.infer<typeof FieldIssue>;

/**
 * Every answer that is not a success, in three kinds: bad input (400), a refusal (the rules say no; status by the
 * api's refusal map) and a fault (500, with an id to quote and never its message).
 */
export const ApiError = z.discriminatedUnion("code", [
  z.strictObject({ code: z.literal("invalid_input"), issues: z.array(FieldIssue) }),
  z.strictObject({
    code: z.literal("refused"),
    refusal: z.enum(REFUSAL_CODES),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
  z.strictObject({ code: z.literal("sign_in_required") }),
  z.strictObject({ code: z.literal("too_many_requests"), retryAfterSeconds: z.number().int() }),
  z.strictObject({ code: z.literal("body_too_large") }),
  z.strictObject({ code: z.literal("unavailable") }),
  z.strictObject({ code: z.literal("internal"), requestId: z.string() }),
]);
export type ApiError = z.infer<typeof ApiError>;

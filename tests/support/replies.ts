import { ApiError } from "@augenhoehe/contract";
import type { Reply } from "./test-client.ts";

/** The body of a success; throws with the whole answer otherwise. */
export function expectOk<T>(reply: Reply<T>): T {
  if (reply.status !== 200) throw new Error(`Expected success, got ${reply.status}: ${JSON.stringify(reply.body)}`);
  return reply.body;
}

/** The refusal's code; throws when the answer is anything else. */
export function refusalOf(reply: Reply<unknown>): string {
  const error = errorOf(reply);
  if (error.code !== "refused") throw new Error(`Expected a refusal, got ${JSON.stringify(reply.body)}`);
  return error.refusal;
}

/** Field codes by path; throws when the answer is anything but bad input. */
export function fieldCodesOf(reply: Reply<unknown>): Record<string, string> {
  const error = errorOf(reply);
  if (error.code !== "invalid_input") throw new Error(`Expected bad input, got ${JSON.stringify(reply.body)}`);
  return Object.fromEntries(error.issues.map(({ path, code }) => [path, code]));
}

export const errorOf = (reply: Reply<unknown>): ApiError => ApiError.parse(reply.body);

const PATIENCE = 20;

/**
 * Presses again while the program says that it is too busy (503), as a person's browser would: a slow machine then
 * takes longer and changes nothing about who gets what.
 */
export async function untilAnswered<T>(press: () => Promise<Reply<T>>): Promise<Reply<T>> {
  for (let attempt = 1; ; attempt++) {
    const reply = await press();
    if (reply.status !== 503 || attempt === PATIENCE) return reply;
  }
}

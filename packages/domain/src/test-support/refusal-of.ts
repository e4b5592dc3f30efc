import { Refusal } from "../refusals.ts";
import type { RefusalCode } from "../refusals.ts";

/** What a command was refused with; null when it was not. Anything else thrown goes on. */
export function refusalOf(command: () => unknown): RefusalCode | null {
  try {
    command();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

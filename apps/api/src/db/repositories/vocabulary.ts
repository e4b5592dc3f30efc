import type { Tx } from "../client.ts";
import { districts, terms } from "../schema/people.ts";

interface ChosenKeys {
  readonly district: string | null;
  readonly topics: readonly string[];
  readonly interests: readonly string[];
}

/** Choices that this network does not have, as field issues; empty when all are known. */
export async function unknownKeys(tx: Tx, chosen: ChosenKeys): Promise<{ path: string; code: "unknown_key" }[]> {
  const places = await tx.select({ key: districts.key }).from(districts);
  const words = await tx.select({ kind: terms.kind, key: terms.key }).from(terms);
  const has = (kind: "topic" | "interest", key: string) => words.some((word) => word.kind === kind && word.key === key);
  const paths: string[] = [];
  if (chosen.district !== null && !places.some(({ key }) => key === chosen.district)) paths.push("district");
  if (!chosen.topics.every((key) => has("topic", key))) paths.push("topics");
  if (!chosen.interests.every((key) => has("interest", key))) paths.push("interests");
  return paths.map((path) => ({ path, code: "unknown_key" }));
}

import { createTermReader, foldText, type ImportField, type KnownTerm, type Reading } from "@augenhoehe/domain";
import type { Labels } from "../networks/network-definition.ts";
import type { PlanList } from "./read-list.ts";

/** A topic or interest with what it is called in each language of the plan. */
export interface PlanTerm extends KnownTerm {
  readonly names: Pick<Labels, "de" | "en">;
}

interface DefaultTerm {
  readonly key: string;
  readonly labels: Labels;
}

/** The default words, and besides them every word that both lists use: a word of one list alone joins nobody. */
export function termsOf(
  defaults: readonly DefaultTerm[],
  field: ImportField,
  volunteers: PlanList,
  requests: PlanList,
): PlanTerm[] {
  const known = defaults.map(({ key, labels }) => ({
    key,
    labels: Object.values<string>({ ...labels }),
    names: labels,
  }));
  const reader = createTermReader(known);
  const [offered, asked] = [volunteers, requests].map((list) => otherWords(list, field, reader.read));
  const common = [...(offered ?? [])].filter(([folded]) => asked?.has(folded) === true);
  return [
    ...known,
    ...common.map(([folded, word]) => ({ key: `own:${folded}`, labels: [word], names: { de: word, en: word } })),
  ];
}

/** Words nobody knows beforehand; of several spellings the first by its letters, so that the order of rows is nothing. */
function otherWords(
  { rows }: PlanList,
  field: ImportField,
  read: (text: string) => Reading<string[]>,
): Map<string, string> {
  const words = new Map<string, string>();
  for (const { row } of rows) {
    for (const { code, text } of read(row.text(field)).notes) {
      if (code !== "not_understood") continue;
      for (const word of text.split(", ")) {
        const before = words.get(foldText(word));
        if (before === undefined || word < before) words.set(foldText(word), word);
      }
    }
  }
  return words;
}

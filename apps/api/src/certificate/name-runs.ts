/** Words of a name that are written in one direction. */
export interface NameRun {
  readonly fromRightToLeft: boolean;
  readonly words: readonly string[];
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** As the person writes it, whatever scripts it mixes: so that each part is set, and later read, in its own order. */
export function nameRuns(name: string): readonly NameRun[] {
  const runs: { fromRightToLeft: boolean; words: string[] }[] = [];
  for (const word of name.normalize("NFC").split(/\s+/u).filter(Boolean)) {
    const fromRightToLeft = RIGHT_TO_LEFT.test(word);
    const last = runs.at(-1);
    if (last?.fromRightToLeft === fromRightToLeft) last.words.push(word);
    else runs.push({ fromRightToLeft, words: [word] });
  }
  return runs;
}

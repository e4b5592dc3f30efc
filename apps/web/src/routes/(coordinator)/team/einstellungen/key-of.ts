const UMLAUTS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** A key of small Latin letters for a new word, that nobody else has; empty where the word has no such letters. */
export function keyOf(word: string, joint: "_" | "-", taken: ReadonlySet<string>): string {
  const key = word
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, joint)
    .replaceAll(/^[_-]+|[_-]+$/g, "")
    .slice(0, 50)
    .replace(/[_-]+$/, "");
  if (key === "" || !taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}${joint}${number}`)) number++;
  return `${key}${joint}${number}`;
}

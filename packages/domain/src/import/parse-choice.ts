import type { ForWhom, Gender } from "../people.ts";
import { foldText, isBlank, wordsOf } from "./fold-text.ts";
import type { Reading } from "./reading.ts";

/** Words that mean one of a few choices; `null` for "does not matter". */
type Choices<T> = ReadonlyMap<string, T | null>;

const choicesOf = <T>(rows: readonly (readonly [words: string, choice: T | null])[]): Choices<T> =>
  new Map(rows.flatMap(([words, choice]) => words.split(", ").map((word) => [foldText(word), choice] as const)));

const INDIFFERENT =
  "egal, beliebig, keine präferenz, any, either, no preference, all, alle, offen, mentor:in, mentor/in, m/w, w/m, m/w/d";

const GENDER_CHOICES = choicesOf<Gender>([
  [INDIFFERENT, null],
  [
    "w, f, weiblich, female, frau, frauen, fr, dame, mentorin, weiblicher, weibliche, woman, women, أنثى, امرأة, жінка, женщина, kadın, nur frauen",
    "female",
  ],
  [
    "m, männlich, male, mann, männer, herr, hr, mentor, man, men, ذكر, رجل, чоловік, мужчина, erkek, nur männer",
    "male",
  ],
  ["d, x, nb, divers, diverse, nichtbinär, nicht binär, non binary, nonbinary, inter", "diverse"],
]);

const FOR_WHOM_CHOICES = choicesOf<ForWhom>([
  ["ich, selbst, mich, mich selbst, nur ich, allein, alleine, einzeln, einzelperson, self, me, myself", "self"],
  ["kind, kinder, kindern, mit kind, mit kindern, mein kind, with child, child, children, my child", "with_child"],
  ["familie, familien, family, families, paar, couple, ehepaar", "family"],
  ["gruppe, gruppen, group, wg, verein", "group"],
]);

const YES_NO_CHOICES = choicesOf<boolean>([
  ["ja, j, yes, y, x, ✓, ✔, 1, wahr, true, oui, nötig, gewünscht", true],
  ["nein, n, no, 0, falsch, false, non", false],
]);

/** "w", "Frau", "männlich", "Mentorin", "egal": `null` also for what is not understood, then with a note. */
export const parseGender = (text: string): Reading<Gender | null> => parseChoice(text, GENDER_CHOICES);

/** "Familie mit Kind" is read as with a child: minors are there, and that is what has to be known. */
export function parseForWhom(text: string): Reading<ForWhom | null> {
  const reading = parseChoice(text, FOR_WHOM_CHOICES);
  const isSeveral = reading.notes.some(({ code }) => code === "several_meanings");
  const namesChild = wordsOf(text).some(({ folded }) => FOR_WHOM_CHOICES.get(folded) === "with_child");
  if (!isSeveral || !namesChild) return reading;
  return { value: "with_child", notes: [{ code: "read_loosely", text: text.trim() }] };
}

export const parseYesNo = (text: string): Reading<boolean | null> => parseChoice(text, YES_NO_CHOICES);

const DENIALS = new Set(["nicht", "kein", "keine", "keinen", "ohne", "no", "not", "without"]);

/** The whole cell first, then its words: two different choices in one cell, or a denied one, are none. */
function parseChoice<T>(text: string, choices: Choices<T>): Reading<T | null> {
  if (isBlank(text)) return { value: null, notes: [] };
  const folded = wordsOf(text).map((word) => word.folded);
  const asWritten = choices.get(foldText(text));
  const whole = asWritten === undefined ? choices.get(folded.join(" ")) : asWritten;
  if (whole !== undefined) return { value: whole, notes: [] };
  const isDenied = folded.some((word) => DENIALS.has(word));
  const words = isDenied ? [] : folded.map((word) => choices.get(word));
  const found = new Set(words.filter((choice) => choice !== undefined));
  if (found.size > 1) return { value: null, notes: [{ code: "several_meanings", text: text.trim() }] };
  const [only] = found;
  if (only === undefined) return { value: null, notes: [{ code: "not_understood", text: text.trim() }] };
  const isClean = words.every((choice) => choice !== undefined);
  return { value: only, notes: isClean ? [] : [{ code: "read_loosely", text: text.trim() }] };
}

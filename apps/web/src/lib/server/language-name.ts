import { LANGUAGE_CODES, languageName, type LanguageCode } from "@augenhoehe/domain";
import type { Choice } from "#lib/forms/choice.ts";
import type { PageLocale } from "#lib/locale.ts";

export { languageName };

/** The ones asked for most often here come first in every choice. */
const OFTEN: readonly LanguageCode[] = [
  "de",
  "ar",
  "uk",
  "fa",
  "prs",
  "kmr",
  "ckb",
  "tr",
  "ti",
  "so",
  "en",
  "fr",
  "ru",
];

/** Every language as a choice: frequent ones first, the rest by name. */
export function languageChoices(locale: PageLocale): Choice[] {
  const choice = (code: LanguageCode): Choice => ({ value: code, label: languageName(code, locale) });
  const rest = LANGUAGE_CODES.filter((code) => !OFTEN.includes(code)).map(choice);
  const collator = new Intl.Collator(locale);
  return [...OFTEN.map(choice), ...rest.toSorted((a, b) => collator.compare(a.label, b.label))];
}

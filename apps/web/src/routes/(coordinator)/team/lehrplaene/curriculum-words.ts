import { CERTIFICATE_PLACEHOLDERS, LOCALES, TOP_UP_TOPICS, type CertificatePlaceholder } from "@augenhoehe/domain";
import type { Choice } from "#lib/forms/choice.ts";
import type { PageLocale } from "#lib/locale.ts";
import { TOPIC_LABELS } from "#lib/messages/topic-labels.ts";
import { m } from "#lib/paraglide/messages.js";
import { languageName } from "#lib/server/language-name.ts";

export const MODULE_LANGUAGES = LOCALES;

const PLACEHOLDER_LABELS = {
  name: m.curricula_placeholder_name,
  kurs: m.curricula_placeholder_course,
  stunden: m.curricula_placeholder_hours,
  einheiten: m.curricula_placeholder_units,
  module: m.curricula_placeholder_modules,
  beginn: m.curricula_placeholder_begin,
  ende: m.curricula_placeholder_end,
} satisfies Record<CertificatePlaceholder, () => string>;

/** As it would stand on the certificate of somebody invented. */
const EXAMPLE_WORDS: Readonly<Record<CertificatePlaceholder, string>> = {
  name: "Kim Beispiel",
  kurs: "Basiskurs für Mentor:innen",
  stunden: "8 Stunden",
  einheiten: "8 Unterrichtseinheiten zu 60 Minuten",
  module: "4 Module",
  beginn: "3. März 2027",
  ende: "24. März 2027",
};

/** What the form offers to choose from, and what its placeholders mean. */
export const curriculumFormWords = (locale: PageLocale) => ({
  languages: MODULE_LANGUAGES.map((code): Choice => ({ value: code, label: languageName(code, locale) })),
  topics: TOP_UP_TOPICS.map((topic): Choice => ({ value: topic, label: TOPIC_LABELS[topic]() })),
  placeholders: CERTIFICATE_PLACEHOLDERS.map((name) => ({
    name,
    meaning: PLACEHOLDER_LABELS[name](),
    example: EXAMPLE_WORDS[name],
  })),
  exampleWords: EXAMPLE_WORDS,
});
export type CurriculumFormWords = ReturnType<typeof curriculumFormWords>;

/** „8 Module, 24 Einheiten zu 45 Minuten (18 Stunden)“ */
export function lengthInWords(
  { modules, unitMinutes }: { modules: readonly { readonly hours: number }[]; unitMinutes: number },
  number: (value: number) => string,
): string {
  const hours = modules.reduce((sum, module) => sum + module.hours, 0);
  const count = m.curricula_module_count({ count: modules.length });
  return unitMinutes === 60
    ? m.curricula_length_hours({ modules: count, hours: number(hours) })
    : m.curricula_length_units({
        modules: count,
        units: number((hours * 60) / unitMinutes),
        minutes: unitMinutes,
        hours: number(hours),
      });
}

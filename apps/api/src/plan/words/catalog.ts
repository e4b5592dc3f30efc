import fieldsDe from "../../../../web/messages/fields/de.json" with { type: "json" };
import fieldsEn from "../../../../web/messages/fields/en.json" with { type: "json" };
import listsDe from "../../../../web/messages/lists/de.json" with { type: "json" };
import listsEn from "../../../../web/messages/lists/en.json" with { type: "json" };
import reasonsDe from "../../../../web/messages/reasons/de.json" with { type: "json" };
import reasonsEn from "../../../../web/messages/reasons/en.json" with { type: "json" };
import type { PlanLanguage } from "../options.ts";

type Texts = typeof fieldsDe & typeof listsDe & typeof reasonsDe;
export type TextKey = { [Key in keyof Texts]: Texts[Key] extends string ? Key : never }[keyof Texts];
export type Say = (key: TextKey, facts?: Readonly<Record<string, string | number>>) => string;

const CATALOGS: Readonly<Record<PlanLanguage, Readonly<Record<TextKey, string>>>> = {
  de: { ...fieldsDe, ...listsDe, ...reasonsDe },
  en: { ...fieldsEn, ...listsEn, ...reasonsEn },
};

/** The sentences of the pages, so that a plan on the command line speaks as the product does. */
export const sayIn =
  (language: PlanLanguage): Say =>
  (key, facts = {}) =>
    CATALOGS[language][key]
      .replaceAll("\u00ad", "")
      .replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(facts[name] ?? placeholder));

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OFFERED_LOCALES } from "@augenhoehe/domain";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const WEB = join(import.meta.dirname, "../../apps/web");
const Variants = z.array(z.object({ match: z.record(z.string(), z.string()) }));
const Messages = z.record(z.string(), z.union([z.string(), Variants]));
const Settings = z.object({
  locales: z.array(z.string()),
  modules: z.array(z.string()),
  "plugin.inlang.messageFormat": z.object({ pathPattern: z.array(z.string()) }),
});

const settings = Settings.parse(JSON.parse(readFileSync(join(WEB, "project.inlang/settings.json"), "utf8")));
const areas = readdirSync(join(WEB, "messages"));

function messagesOf(area: string, locale: string): z.infer<typeof Messages> {
  const { $schema: _, ...messages } = Messages.parse(
    JSON.parse(readFileSync(join(WEB, "messages", area, `${locale}.json`), "utf8")),
  );
  return messages;
}

const textsOf = (message: string | z.infer<typeof Variants>): string[] =>
  typeof message === "string" ? [message] : message.flatMap(({ match }) => Object.values(match));
const placeholdersOf = (message: string | z.infer<typeof Variants>): string[] =>
  [...new Set(textsOf(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].toSorted();

/** Each locale's own plural forms, by CLDR. */
const pluralForms = (locale: string) => new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();

describe.each(areas)("the texts of %s", (area) => {
  const german = messagesOf(area, "de");

  it("begin with their area's name", () => {
    expect(Object.keys(german).filter((key) => !/^[a-z][a-z0-9_]*$/.test(key) || !key.startsWith(`${area}_`))).toEqual(
      [],
    );
  });

  it.each(OFFERED_LOCALES)("are all there in %s, none empty, none left over", (locale) => {
    const own = messagesOf(area, locale);
    expect(Object.keys(own).toSorted()).toEqual(Object.keys(german).toSorted());
    expect(Object.entries(own).filter(([, message]) => textsOf(message).some((text) => text.trim() === ""))).toEqual(
      [],
    );
  });

  it.each(OFFERED_LOCALES)("name in %s nothing that the German text does not name", (locale) => {
    const strange = Object.entries(messagesOf(area, locale)).filter(([key, message]) => {
      const inGerman = placeholdersOf(german[key] ?? "");
      return placeholdersOf(message).some((placeholder) => !inGerman.includes(placeholder));
    });
    expect(strange.map(([key]) => key)).toEqual([]);
  });

  it.each(OFFERED_LOCALES)("have in %s every plural form of that language", (locale) => {
    const wanted = pluralForms(locale);
    const incomplete = Object.entries(messagesOf(area, locale)).filter(([, message]) => {
      if (typeof message === "string") return false;
      return message.some(({ match }) => {
        const forms = Object.keys(match).flatMap((when) => /^plural=(\w+)$/.exec(when)?.[1] ?? []);
        return forms.length > 0 && wanted.some((form) => !forms.includes(form) && !forms.includes("*"));
      });
    });
    expect(incomplete.map(([key]) => key)).toEqual([]);
  });
});

it("every text is shown somewhere", () => {
  const sources = readdirSync(join(WEB, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.(?:ts|svelte)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  const shown = new Set(sources.flatMap((source) => [...source.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key)));
  const keys = areas.flatMap((area) => Object.keys(messagesOf(area, "de")));
  expect(keys.filter((key) => !shown.has(key))).toEqual([]);
});

it("every area and every offered language is compiled", () => {
  const patterns = settings["plugin.inlang.messageFormat"].pathPattern;
  expect(areas.filter((area) => !patterns.includes(`./messages/${area}/{locale}.json`))).toEqual([]);
  expect(OFFERED_LOCALES.filter((locale) => !settings.locales.includes(locale))).toEqual([]);
});

it("the compiler's plugin comes with the program, never from somebody else's server", () => {
  expect(
    settings.modules.filter(
      (module) => !existsSync(join(WEB, "project.inlang", module)) && !existsSync(join(WEB, module)),
    ),
  ).toEqual([]);
});

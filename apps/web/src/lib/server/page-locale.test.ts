import { expect, it } from "vitest";
import { m } from "#lib/paraglide/messages.js";
import { fromAcceptLanguage, speaking } from "./page-locale.ts";

it.each([
  ["ar-SY,ar;q=0.9,de;q=0.5", "ar"],
  ["fr;q=1, en;q=0.4, de-AT;q=0.8", "de"],
  ["en;q=0, ar;q=0.1", "ar"],
])("a browser that asks for %s reads %s", (header, locale) => {
  expect(fromAcceptLanguage(header)).toBe(locale);
});

it("a browser that asks for nothing we write gets no language from its header", () => {
  expect(fromAcceptLanguage("tlh, *;q=0.1")).toBeUndefined();
});

it("two people reading at the same moment each read their own language", async () => {
  const later = () => Promise.resolve().then(() => m.shell_back());
  const [arabic, german] = await Promise.all([speaking("ar", later), speaking("de", later)]);
  expect([arabic, german]).toEqual(["رجوع", "Zurück"]);
});

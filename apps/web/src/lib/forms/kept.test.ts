import { describe, expect, it } from "vitest";
import { actionPath } from "./action-path.ts";
import { fieldId, keep } from "./kept.ts";

const failed = {
  values: { email: "maria@", topics: ["letters", "offices"], one: "x", gone: "" },
  errors: { "languages.1.level": "Bitte wählen" },
  notice: null,
};

describe("a form that came back", () => {
  it("keeps what was typed, before what was stored", () => {
    expect(keep(failed).text("email", "alt@example.org")).toBe("maria@");
    expect(keep(failed).text("gone", "alt")).toBe("");
  });

  it("keeps one tick as well as many, and takes an unticked box for unticked", () => {
    const kept = keep(failed);
    expect(kept.list("topics")).toEqual(["letters", "offices"]);
    expect(kept.list("one")).toEqual(["x"]);
    expect(kept.list("interests", ["cooking"])).toEqual([]);
    expect(kept.flag("consent", true)).toBe(false);
  });

  it("shows an error inside a list at the list", () => {
    expect(keep(failed).error("languages")).toBe("Bitte wählen");
    expect(keep(failed).error("lang")).toBeUndefined();
  });

  it("says so when only the language was changed: typed, not failed", () => {
    const kept = keep({ ...failed, errors: {} });
    expect([kept.typed, kept.failed]).toEqual([true, false]);
  });
});

it("a form seen for the first time shows what is stored", () => {
  const kept = keep(null);
  expect([kept.text("capacity", 2), kept.text("phone", null), kept.list("topics", ["letters"])]).toEqual([
    "2",
    "",
    ["letters"],
  ]);
});

it("a change of language keeps the page's parameters and forgets the last action", () => {
  expect(actionPath("?/keepTyped", "?/send&stadt=dorsten&lang=de", "ar")).toBe("?/keepTyped&stadt=dorsten&lang=ar");
  expect(actionPath("?/next&zurueck=pruefen", "?zurueck=pruefen")).toBe("?/next&zurueck=pruefen");
});

it("a field's id can be linked to, whatever its name", () => {
  expect(fieldId("coordinator.email")).toBe("field-coordinator-email");
});

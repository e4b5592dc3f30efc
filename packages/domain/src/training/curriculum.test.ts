import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../test-support/refusal-of.ts";
import { Refusal } from "../refusals.ts";
import { certificateWording, unknownPlaceholders } from "./certificate-wording.ts";
import { changeModules, effectOfChange, withKeys, type PlannedModule } from "./change-curriculum.ts";
import { courseProgress, type SessionMark } from "./course-progress.ts";
import { curriculumHours, DEFAULT_CURRICULUM, type CurriculumModule } from "./curriculum.ts";
import { EXAMPLE_CURRICULA } from "./example-curricula.ts";

const plan = (title: string, given: Partial<PlannedModule> = {}): PlannedModule => ({
  key: null,
  title,
  topics: "",
  hours: 2,
  language: "de",
  compulsory: true,
  ...given,
});
const known = (...keys: string[]) => keys.map((key) => ({ key, retired: false }));
const keysOf = (modules: readonly { readonly key: string }[]) => modules.map(({ key }) => key);
const NOTHING_AHEAD: ReadonlySet<string> = new Set();
const present = (moduleKey: string, minutes = 120): SessionMark => ({
  moduleKey,
  courseId: "winter",
  heldAt: new Date("2026-01-07T17:00:00Z"),
  mark: "present",
  minutes,
});

describe("the examples", () => {
  it("are Hessen's shape, eight modules in 24 lessons of 45 minutes, and three top-ups", () => {
    const [eight, ...topUps] = EXAMPLE_CURRICULA;
    expect(eight).toMatchObject({ purpose: "course", unitMinutes: 45 });
    expect(eight?.modules).toHaveLength(8);
    expect(eight && (curriculumHours(eight) * 60) / 45).toBe(24);
    expect(topUps.map(({ purpose, topic }) => [purpose, topic])).toEqual([
      ["top_up", "trauma"],
      ["top_up", "office_language"],
      ["top_up", "boundaries"],
    ]);
  });

  it("have keys of their own and ask for something", () => {
    for (const { modules, minHoursPercent } of [DEFAULT_CURRICULUM, ...EXAMPLE_CURRICULA]) {
      expect(new Set(keysOf(modules)).size).toBe(modules.length);
      expect(minHoursPercent).toBeGreaterThan(0);
      expect(modules.some(({ compulsory }) => compulsory)).toBe(true);
    }
  });
});

describe("changing the modules of a curriculum", () => {
  it("keeps the key of a module whose title changes, and calls a new one by its title", () => {
    const { modules, retired } = changeModules(
      known("role", "language"),
      [plan("Sprache & Dolmetschen", { key: "language" }), plan("Größe zeigen"), plan("Rolle", { key: "role" })],
      NOTHING_AHEAD,
    );
    expect(modules.map(({ key, title }) => [key, title])).toEqual([
      ["language", "Sprache & Dolmetschen"],
      ["grosse_zeigen", "Größe zeigen"],
      ["role", "Rolle"],
    ]);
    expect(retired).toEqual([]);
  });

  it("takes a module out when nothing ahead needs it, and names the ones that something does", () => {
    const stored = known("role", "language", "trauma");
    expect(changeModules(stored, [plan("Rolle", { key: "role" })], NOTHING_AHEAD).retired).toEqual([
      "language",
      "trauma",
    ]);
    try {
      changeModules(stored, [plan("Rolle", { key: "role" })], new Set(["role", "trauma"]));
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect([error.code, error.facts]).toEqual(["module_in_use", { modules: "trauma", count: 1 }]);
    }
  });

  it("takes a module in again under its old key, and never gives that key to another", () => {
    const stored = [...known("role"), { key: "trauma", retired: true }];
    const role = plan("Rolle", { key: "role" });
    expect(keysOf(changeModules(stored, [role, plan("Trauma", { key: "trauma" })], NOTHING_AHEAD).modules)).toEqual([
      "role",
      "trauma",
    ]);
    const again = changeModules(stored, [role, plan("Trauma"), plan("Trauma!")], NOTHING_AHEAD);
    expect(keysOf(again.modules)).toEqual(["role", "trauma_2", "trauma_3"]);
    expect(again.retired).toEqual([]);
  });

  it("knows no module of another curriculum", () => {
    expect(refusalOf(() => changeModules(known("role"), [plan("Yoga", { key: "yoga" })], NOTHING_AHEAD))).toBe(
      "not_found",
    );
  });

  it("finds a key for a title in any script", () => {
    expect(keysOf(withKeys([plan("الصدمة"), plan("Травма"), plan("a".repeat(90))]))).toEqual([
      "module",
      "module_2",
      "a".repeat(40),
    ]);
  });
});

describe("what a change means for people on their way", () => {
  const [first, ...others] = DEFAULT_CURRICULUM.modules;
  if (first === undefined) throw new Error("four modules");
  const everything = DEFAULT_CURRICULUM.modules.map(({ key }) => present(key));

  it("nothing, when it is only told in other words", () => {
    const after = { ...DEFAULT_CURRICULUM, modules: [{ ...first, title: "Neu" }, ...others].toReversed() };
    expect(effectOfChange(DEFAULT_CURRICULUM, after, [everything, []])).toEqual({ lackModules: 0, lackHours: 0 });
  });

  it("one more compulsory module is missing to everybody, one more to choose to nobody", () => {
    const added = (compulsory: boolean) => ({
      ...DEFAULT_CURRICULUM,
      minHoursPercent: 50,
      modules: [...DEFAULT_CURRICULUM.modules, { ...first, key: "trauma", compulsory }],
    });
    const people = [everything, [present(first.key)]];
    expect(effectOfChange(DEFAULT_CURRICULUM, added(true), people)).toEqual({ lackModules: 2, lackHours: 0 });
    expect(effectOfChange(DEFAULT_CURRICULUM, added(false), people)).toEqual({ lackModules: 0, lackHours: 0 });
  });

  it("a greater share of hours leaves who came late short of it", () => {
    const late = DEFAULT_CURRICULUM.modules.map(({ key }) => present(key, 100));
    const after = { ...DEFAULT_CURRICULUM, minHoursPercent: 100 };
    expect(effectOfChange(DEFAULT_CURRICULUM, after, [everything, late])).toEqual({ lackModules: 0, lackHours: 1 });
  });
});

describe("the wording of a certificate", () => {
  const words = {
    name: "Martin Beispiel",
    kurs: "Basiskurs",
    stunden: "8 Stunden",
    einheiten: "8 Einheiten",
    module: "4",
    beginn: "7. Januar 2026",
    ende: "28. Januar 2026",
  };

  it("fills in what stands in braces and leaves everything else as it was typed", () => {
    expect(certificateWording("{name} hat { Stunden } besucht ({foo}, {}).", words)).toBe(
      "Martin Beispiel hat 8 Stunden besucht ({foo}, {}).",
    );
    expect(certificateWording("{name}", { ...words, name: "{kurs} $&" })).toBe("{kurs} $&");
  });

  it("names what means nothing", () => {
    expect(unknownPlaceholders("{name} {namen} { ENDE } {}")).toEqual(["{namen}", "{}"]);
    expect(unknownPlaceholders("ohne")).toEqual([]);
  });
});

describe("whatever happens to a curriculum", () => {
  const change = fc.record({
    remove: fc.nat(6),
    revive: fc.nat(6),
    add: fc.option(fc.record({ title: fc.constantFrom("Rolle", "Trauma", "Sprache"), compulsory: fc.boolean() })),
    flip: fc.nat(6),
    hours: fc.constantFrom(0.5, 2, 3),
    minHoursPercent: fc.constantFrom(0, 50, 75, 100),
  });
  const marks = fc.array(
    fc.record({
      moduleKey: fc.constantFrom(...keysOf(DEFAULT_CURRICULUM.modules), "rolle", "trauma", "trauma_2", "sprache"),
      courseId: fc.constantFrom("winter", "spring"),
      heldAt: fc.constant(new Date("2026-01-07T17:00:00Z")),
      mark: fc.constantFrom("present" as const, "absent" as const),
      minutes: fc.nat(150),
    }),
    { maxLength: 12 },
  );

  it("nobody is ever through with a compulsory module missing or too few hours, and no key is used twice", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), marks, (changes, attended) => {
        let stored = DEFAULT_CURRICULUM.modules.map((module) => ({ ...module, retired: false }));
        let curriculum = DEFAULT_CURRICULUM;
        for (const { remove, revive, add, flip, hours, minHoursPercent } of changes) {
          const planned: PlannedModule[] = curriculum.modules
            .filter((_, index) => index !== remove)
            .map((module, index) => (index === flip ? { ...module, compulsory: !module.compulsory, hours } : module));
          const back = stored.filter(({ retired }) => retired)[revive];
          if (back !== undefined) planned.unshift({ ...plan(back.title), key: back.key });
          if (add !== null) planned.push(plan(add.title, add));
          const { modules, retired } = changeModules(stored, planned, NOTHING_AHEAD);
          const named = new Map(stored.map((module) => [module.key, module]));
          for (const module of modules) named.set(module.key, { ...module, retired: false });
          stored = [...named.values()].map((module) =>
            retired.includes(module.key) ? { ...module, retired: true } : module,
          );
          curriculum = { ...curriculum, modules, minHoursPercent };
          expect(new Set(keysOf(modules)).size).toBe(modules.length);
          expect(stored.filter((module) => !module.retired).length).toBe(modules.length);
        }
        const progress = courseProgress(curriculum, attended);
        const isThere = ({ key }: CurriculumModule) =>
          attended.some(({ moduleKey, mark, minutes }) => moduleKey === key && mark === "present" && minutes > 0);
        if (progress.isComplete) {
          expect(curriculum.modules.filter(({ compulsory }) => compulsory).every(isThere)).toBe(true);
          const minutes = progress.modules.reduce((sum, module) => sum + (module.attended?.minutes ?? 0), 0);
          expect(minutes).toBeGreaterThan(0);
          expect(minutes * 100).toBeGreaterThanOrEqual(
            curriculumHours(curriculum) * 60 * curriculum.minHoursPercent - 1e-6,
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});

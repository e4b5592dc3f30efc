import { Refusal } from "../refusals.ts";
import { foldText } from "../import/fold-text.ts";
import { courseProgress, type CourseProgress, type SessionMark } from "./course-progress.ts";
import type { Curriculum, CurriculumModule } from "./curriculum.ts";

/** A module as it was typed; `key` is null for one that is new. */
export type PlannedModule = Omit<CurriculumModule, "key"> & { readonly key: string | null };

export interface ModuleChanges {
  /** The curriculum from now on, in order. A module that had been taken out may be among them again. */
  readonly modules: readonly CurriculumModule[];
  /** Keys of modules taken out now: kept for what was held under them, never deleted. */
  readonly retired: readonly string[];
}

/** A module with dates ahead stays until those dates are changed: nobody comes to a session that counts for nothing. */
export function changeModules(
  stored: readonly { readonly key: string; readonly retired: boolean }[],
  planned: readonly PlannedModule[],
  keysAhead: ReadonlySet<string>,
): ModuleChanges {
  const known = new Set(stored.map(({ key }) => key));
  if (planned.some(({ key }) => key !== null && !known.has(key))) throw new Refusal("not_found");
  const kept = new Set(planned.map(({ key }) => key));
  const retired = stored.filter((module) => !module.retired && !kept.has(module.key)).map(({ key }) => key);
  const inUse = retired.filter((key) => keysAhead.has(key));
  if (inUse.length > 0) throw new Refusal("module_in_use", { modules: inUse.join(","), count: inUse.length });
  return { modules: withKeys(planned, known), retired };
}

/** A new module is called by its title; a key is never used twice, also not after its module was taken out. */
export function withKeys(
  planned: readonly PlannedModule[],
  taken: ReadonlySet<string> = new Set(),
): readonly CurriculumModule[] {
  const used = new Set(taken);
  return planned.map((module) => {
    const key = module.key ?? freeKey(module.title, used);
    used.add(key);
    return { ...module, key };
  });
}

const KEY_LENGTH = 40;

function freeKey(title: string, used: ReadonlySet<string>): string {
  const words = foldText(title).replaceAll(/[^a-z0-9]+/g, "_");
  const key = words.slice(0, KEY_LENGTH).replaceAll(/^_+|_+$/g, "") || "module";
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? key : `${key}_${number}`;
    if (!used.has(candidate)) return candidate;
  }
}

/**
 * How many of these people a change would leave with less: a module missing that was not missing before, or more hours
 * short than before. Each person's marks hold what was attended and what is still booked.
 */
export function effectOfChange(
  before: Curriculum,
  after: Curriculum,
  people: Iterable<readonly SessionMark[]>,
): { readonly lackModules: number; readonly lackHours: number } {
  let lackModules = 0;
  let lackHours = 0;
  for (const marks of people) {
    const was = courseProgress(before, marks);
    const will = courseProgress(after, marks);
    const known = new Set(was.missing.map(({ key }) => key));
    if (will.missing.some(({ key }) => !known.has(key))) lackModules += 1;
    if (shortMinutes(will) > shortMinutes(was)) lackHours += 1;
  }
  return { lackModules, lackHours };
}

const shortMinutes = ({ requiredMinutes, attendedMinutes }: CourseProgress): number =>
  Math.max(0, requiredMinutes - attendedMinutes);

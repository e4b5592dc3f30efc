import { parseArgs } from "node:util";
import { DEFAULT_ROUND_SETTINGS, ROUND_SETTING_LIMITS, type RoundSettings } from "@augenhoehe/domain/matching";
import { LocalDate } from "@augenhoehe/contract";
import type { IsoDate } from "@augenhoehe/domain";
import { PlanRefusal } from "./problem.ts";

export const PLAN_LANGUAGES = ["de", "en"] as const;
export type PlanLanguage = (typeof PLAN_LANGUAGES)[number];

const OPTIONS = {
  volunteers: "value",
  requests: "value",
  districts: "value",
  out: "value",
  json: "flag",
  language: "value",
  objective: "value",
  "minimum-points": "value",
  "bonus-per-week": "value",
  "bonus-at-most": "value",
  "interpreters-agreed": "flag",
  "skip-unreadable": "flag",
  notes: "flag",
  today: "value",
  width: "value",
  help: "flag",
} as const;
type Option = keyof typeof OPTIONS;

export interface PlanOptions {
  readonly volunteers: string;
  readonly requests: string;
  readonly districts: string | null;
  readonly out: string | null;
  readonly json: boolean;
  readonly settings: RoundSettings;
  /** Where a request says that interpreting is needed, it counts as agreed. */
  readonly interpretersAgreed: boolean;
  /** Rows with a cell nobody can read are left out, and said so, instead of refusing the list. */
  readonly skipUnreadable: boolean;
  /** Every guess is told, not only what was left out. */
  readonly notes: boolean;
  readonly today: IsoDate | null;
  readonly width: number | null;
}

export interface PlanCall {
  readonly language: PlanLanguage;
  /** Null asks for help. */
  readonly options: PlanOptions | null;
}

/** The language is read first, so that what is wrong with the rest is said in it. */
export function languageOf(args: readonly string[]): PlanLanguage {
  const given = valuesOf(args).find(({ option }) => option === "language")?.value;
  return PLAN_LANGUAGES.find((language) => language === given) ?? "de";
}

export function parseOptions(args: readonly string[]): PlanCall {
  const given = new Map<Option, string>();
  for (const { option, value, text } of valuesOf(args)) {
    if (option === null) throw new PlanRefusal({ code: "stray_argument", text });
    const known = Object.keys(OPTIONS).find((name): name is Option => name === option);
    if (known === undefined) throw new PlanRefusal({ code: "unknown_option", option: text });
    if (given.has(known)) throw new PlanRefusal({ code: "option_twice", option: `--${known}` });
    const wantsValue = OPTIONS[known] === "value";
    const isNextOption = value?.startsWith("--") === true;
    if (wantsValue && ((value ?? "") === "" || isNextOption))
      throw new PlanRefusal({ code: "value_missing", option: `--${known}` });
    if (!wantsValue && value !== undefined) throw new PlanRefusal({ code: "no_value_wanted", option: `--${known}` });
    given.set(known, value ?? "");
  }
  const language = oneOf(given, "language", PLAN_LANGUAGES) ?? "de";
  return { language, options: given.has("help") ? null : optionsOf(given) };
}

function optionsOf(given: ReadonlyMap<Option, string>): PlanOptions {
  const { waitingBonus, ...defaults } = DEFAULT_ROUND_SETTINGS;
  return {
    volunteers: required(given, "volunteers"),
    requests: required(given, "requests"),
    districts: given.get("districts") ?? null,
    out: given.get("out") ?? null,
    json: given.has("json"),
    settings: {
      objective: oneOf(given, "objective", ["served-first", "value"] as const) ?? defaults.objective,
      minimumPoints:
        numberIn(given, "minimum-points", ROUND_SETTING_LIMITS.minimumPoints, /^\d+$/) ?? defaults.minimumPoints,
      waitingBonus: {
        pointsPerWeek:
          numberIn(given, "bonus-per-week", ROUND_SETTING_LIMITS.pointsPerWeek) ?? waitingBonus.pointsPerWeek,
        atMostPoints: numberIn(given, "bonus-at-most", ROUND_SETTING_LIMITS.atMostPoints) ?? waitingBonus.atMostPoints,
      },
    },
    interpretersAgreed: given.has("interpreters-agreed"),
    skipUnreadable: given.has("skip-unreadable"),
    notes: given.has("notes"),
    today: dateIn(given, "today"),
    width: widthIn(given),
  };
}

interface GivenValue {
  /** Null for an argument that belongs to no option. */
  readonly option: string | null;
  readonly value: string | undefined;
  readonly text: string;
}

/** The arguments one by one; `--volunteers=v.csv` and `--volunteers v.csv` are the same. */
function valuesOf(args: readonly string[]): GivenValue[] {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, kind]) => [
      name,
      {
        type: kind === "value" ? ("string" as const) : ("boolean" as const),
        ...(name === "help" ? { short: "h" } : {}),
      },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  return tokens.flatMap((token): GivenValue[] => {
    if (token.kind === "option") return [{ option: token.name, value: token.value, text: token.rawName }];
    return token.kind === "positional" ? [{ option: null, value: undefined, text: token.value }] : [];
  });
}

function required(given: ReadonlyMap<Option, string>, option: Option): string {
  const value = given.get(option);
  if (value === undefined) throw new PlanRefusal({ code: "option_missing", option: `--${option}` });
  return value;
}

function oneOf<T extends string>(
  given: ReadonlyMap<Option, string>,
  option: Option,
  allowed: readonly T[],
): T | undefined {
  const value = given.get(option);
  if (value === undefined) return undefined;
  const found = allowed.find((choice) => choice === value);
  if (found === undefined) throw invalid(option, value, allowed.join(", "));
  return found;
}

/** Points as people type them, "0.5" or "0,5". */
function numberIn(
  given: ReadonlyMap<Option, string>,
  option: Option,
  most: number,
  shape = /^\d+([.,]\d{1,2})?$/,
): number | undefined {
  const value = given.get(option);
  if (value === undefined) return undefined;
  const number = Number(value.replace(",", "."));
  if (!shape.test(value) || number > most) throw invalid(option, value, `0–${most}`);
  return number;
}

function dateIn(given: ReadonlyMap<Option, string>, option: Option): IsoDate | null {
  const value = given.get(option);
  if (value === undefined) return null;
  const date = LocalDate.safeParse(value);
  if (!date.success) throw invalid(option, value, "2026-03-31");
  return date.data;
}

const NARROWEST = 60;
const WIDEST = 400;

function widthIn(given: ReadonlyMap<Option, string>): number | null {
  const value = given.get("width");
  if (value === undefined) return null;
  const width = /^\d+$/.test(value) ? Number(value) : 0;
  if (width < NARROWEST || width > WIDEST) throw invalid("width", value, `${NARROWEST}–${WIDEST}`);
  return width;
}

const invalid = (option: Option, value: string, allowed: string): PlanRefusal =>
  new PlanRefusal({ code: "invalid_value", option: `--${option}`, value, allowed });

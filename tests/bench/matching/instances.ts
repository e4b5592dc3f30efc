import type { Task } from "./tasks.ts";

/** Seats a request: 1.52 places a mentor on average, so as many mentors as requests make 1.5. */
const MENTORS_PER_REQUEST = { easy: 1, balanced: 0.66, scarce: 0.5, starved: 0.1 };

export type Family = keyof typeof MENTORS_PER_REQUEST;

/**
 * How values are bent into hard shapes. tied: seven different values; wide: up to 10⁶ with the order kept;
 * random: anything up to 10⁶, without any order two people would agree on.
 */
export type ValueShape = "as scored" | "tied" | "wide" | "random";

export interface Goals {
  /** Our time ÷ LEMON's, at most. */
  readonly lemonRatio?: number;
  /** munkres' time ÷ ours, at least. */
  readonly munkresTimes?: number;
  readonly peakMegabytes?: number;
}

export interface InstancePlan {
  readonly name: string;
  readonly requests: number;
  readonly tasks: readonly Task[];
  /** Packages from npm that get through it: highs within seconds, munkres quickly or only under `--full`. */
  readonly highs: boolean;
  readonly munkres: "runs" | "once" | "once, under --full" | "never";
  readonly goals: Goals;
  readonly shape:
    { readonly kind: "matrix" } | { readonly kind: "lists"; readonly mentors: number; readonly values: ValueShape };
  /** First eight digits of the file's SHA-256: the same instance everywhere, or no comparison. */
  readonly fingerprint: string;
}

type Extras = Partial<Pick<InstancePlan, "tasks" | "highs" | "munkres" | "goals">> & { readonly values?: ValueShape };

const withDefaults = ({ tasks = ["value", "served-first"], highs = false, munkres = "never", goals = {} }: Extras) => ({
  tasks,
  highs,
  munkres,
  goals,
});

function lists(family: Family, requests: number, fingerprint: string, extras: Extras = {}): InstancePlan {
  const { values = "as scored" } = extras;
  const mentors = Math.round(requests * MENTORS_PER_REQUEST[family]);
  const name = `${values === "as scored" ? family : values} ${requests.toLocaleString("en")}`;
  return { name, requests, shape: { kind: "lists", mentors, values }, fingerprint, ...withDefaults(extras) };
}

function matrix(requests: number, fingerprint: string, extras: Extras): InstancePlan {
  const name = `dense ${requests.toLocaleString("en")}`;
  return { name, requests, shape: { kind: "matrix" }, fingerprint, ...withDefaults(extras) };
}

const SMALL: Extras = { highs: true, munkres: "runs" };
const MIDDLE: Extras = {
  tasks: ["value", "served-first", "priority-first"],
  goals: { lemonRatio: 0.5, munkresTimes: 50 },
};
const LARGE: Extras = { goals: { lemonRatio: 0.25, peakMegabytes: 200 } };
const HARD: Extras = { goals: { lemonRatio: 1.5 } };

export const instances: readonly InstancePlan[] = [
  lists("easy", 1_000, "14ce0375", SMALL),
  lists("balanced", 1_000, "18f8e99d", SMALL),
  lists("scarce", 1_000, "d6c4838f", SMALL),
  lists("balanced", 1_000, "6a6f6d6f", { ...SMALL, values: "random" }),
  matrix(1_000, "e59c5ddb", { munkres: "runs" }),
  matrix(5_000, "4f4c0558", { munkres: "runs", goals: { lemonRatio: 0.3, munkresTimes: 6 } }),
  lists("easy", 10_000, "a89a3b9e", { ...MIDDLE, munkres: "once" }),
  lists("balanced", 10_000, "b07061c7", { ...MIDDLE, munkres: "once, under --full" }),
  lists("scarce", 10_000, "443b812c", { ...MIDDLE, munkres: "once, under --full" }),
  lists("balanced", 10_000, "3bba5384", { ...HARD, values: "tied" }),
  lists("balanced", 10_000, "235e8d7f", { ...HARD, values: "wide" }),
  lists("balanced", 10_000, "b1b2cf48", { ...HARD, values: "random" }),
  lists("starved", 10_000, "da477cd1", HARD),
  lists("starved", 50_000, "2f82b33a", HARD),
  lists("easy", 50_000, "efb628e7", LARGE),
  lists("balanced", 50_000, "b3e58a2e", LARGE),
  lists("scarce", 50_000, "3091abd1", LARGE),
];

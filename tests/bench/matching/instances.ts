/** Seats a request: 1.52 places a mentor on average, so as many mentors as requests make 1.5. */
const MENTORS_PER_REQUEST = { easy: 1, balanced: 0.66, scarce: 0.5, starved: 0.1 };

export type Family = keyof typeof MENTORS_PER_REQUEST;

/**
 * How values are bent into hard shapes. tied: seven different values; wide: up to 10⁶ with the order kept;
 * random: anything up to 10⁶, without any order two people would agree on.
 */
export type ValueShape = "as scored" | "tied" | "wide" | "random";

export interface InstancePlan {
  readonly name: string;
  readonly requests: number;
  readonly shape:
    | { readonly kind: "matrix" }
    | { readonly kind: "lists"; readonly mentors: number; readonly values: ValueShape };
  /** First eight digits of the file's SHA-256: the same instance everywhere, or no comparison. */
  readonly fingerprint: string;
}

function lists(
  family: Family,
  requests: number,
  fingerprint: string,
  values: ValueShape = "as scored",
): InstancePlan {
  const mentors = Math.round(requests * MENTORS_PER_REQUEST[family]);
  const name = `${values === "as scored" ? family : values} ${requests.toLocaleString("en")}`;
  return { name, requests, shape: { kind: "lists", mentors, values }, fingerprint };
}

function matrix(requests: number, fingerprint: string): InstancePlan {
  return { name: `dense ${requests.toLocaleString("en")}`, requests, shape: { kind: "matrix" }, fingerprint };
}

export const instances: readonly InstancePlan[] = [
  lists("easy", 1_000, "14ce0375"),
  lists("balanced", 1_000, "18f8e99d"),
  lists("scarce", 1_000, "d6c4838f"),
  lists("easy", 10_000, "a89a3b9e"),
  lists("balanced", 10_000, "b07061c7"),
  lists("scarce", 10_000, "443b812c"),
  matrix(1_000, "e59c5ddb"),
  matrix(5_000, "4f4c0558"),
  lists("balanced", 10_000, "3bba5384", "tied"),
  lists("balanced", 10_000, "235e8d7f", "wide"),
  lists("balanced", 10_000, "b1b2cf48", "random"),
  lists("starved", 10_000, "da477cd1"),
  lists("starved", 50_000, "2f82b33a"),
  lists("easy", 50_000, "efb628e7"),
  lists("balanced", 50_000, "b3e58a2e"),
  lists("scarce", 50_000, "3091abd1"),
];

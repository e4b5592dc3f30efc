import fc from "fast-check";

/** One thing done to a valid input; `at` chooses the place, counted round over all there are. */
export type Mutation =
  | { readonly kind: "replace"; readonly at: number; readonly by: unknown }
  | { readonly kind: "remove"; readonly at: number }
  | { readonly kind: "add"; readonly at: number; readonly key: string; readonly by: unknown }
  | { readonly kind: "repeat"; readonly at: number; readonly times: number };

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);

/** What strangers type, scripts send and calendars do not have. */
const NASTY: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e21,
  1e308,
  -1e308,
  5e-324,
  "",
  " ",
  "0",
  "null",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "a\udfff",
  "\u202egnp.exe",
  "😀👩‍👩‍👧‍👦",
  "مرحبا",
  "\u200b",
  "\ufeff",
  "\r\nBcc: x@example.org",
  "' or 1=1 --",
  "%",
  "_",
  "\\",
  "${7*7}",
  "{{7*7}}",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "=cmd|' /C calc'!A0",
  "x".repeat(81),
  "x".repeat(5000),
  "ß".repeat(300),
  "0000-01-01",
  "0001-01-01",
  "9999-12-31",
  "2026-02-30",
  "2026-13-01",
  "-271821-04-20",
  "+275760-09-13",
  "0000-01-01T00:00",
  "0001-01-01T00:00",
  "9999-12-31T23:59",
  "2026-03-29T02:30",
  "2026-10-25T02:30",
  "2026-11-10T25:00",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "+4915123456789",
  "00491512345",
  "tel:1",
  "a@b.example, c@d.example",
  "A@B.EXAMPLE",
  "@",
  "yes",
  "no",
  "de",
  "ar",
  "all",
  "self",
  "eicken",
  [],
  [[]],
  [null],
  {},
  nested(60),
  Array.from({ length: 3000 }, () => ""),
  Array.from({ length: 3000 }, (_, index) => index),
];

const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 120 }) },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.integer() },
);
const at = fc.nat(1000);
const key = fc.constantFrom(
  "__proto__",
  "constructor",
  "toString",
  "id",
  "networkId",
  "providerId",
  "roles",
  "\u0000",
  "",
);

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("replace" as const), at, by: value }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("add" as const), at, key, by: value }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("repeat" as const), at, times: fc.constantFrom(2, 50, 1000) }),
  },
);

type Path = readonly (string | number)[];

/** Every place of a value that something can be done to. */
function placesOf(input: unknown, path: Path = []): Path[] {
  if (Array.isArray(input)) return [path, ...input.flatMap((item: unknown, index) => placesOf(item, [...path, index]))];
  if (typeof input !== "object" || input === null) return [path];
  return [path, ...Object.entries(input).flatMap(([name, inner]) => placesOf(inner, [...path, name]))];
}

/** `__proto__` as a key of its own, as JSON can carry it. */
const withKey = (tree: object, name: string, value: unknown): object =>
  Object.defineProperty({ ...tree }, name, { value, enumerable: true, configurable: true, writable: true });

const mapTree = (tree: object, change: (value: unknown, name: string) => unknown): object =>
  Object.entries(tree).reduce<object>((rest, [name, inner]) => withKey(rest, name, change(inner, name)), {});

function changeAt(input: unknown, [step, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (step === undefined) return change(input);
  const inside = (value: unknown, at: string | number) => (at === step ? changeAt(value, rest, change) : value);
  if (Array.isArray(input)) return input.map(inside);
  return typeof input === "object" && input !== null ? mapTree(input, inside) : input;
}

const REMOVED = Symbol("removed");

/** The input with one place changed. Removing leaves out a field; where there is none to remove, nothing happens. */
export function mutate(input: object, change: Mutation): object {
  const places = placesOf(input).filter((path) => path.length > 0);
  const place = places[change.at % Math.max(1, places.length)];
  if (place === undefined) return input;
  const changed = changeAt(input, place, (old) => {
    switch (change.kind) {
      case "replace":
        return change.by;
      case "remove":
        return REMOVED;
      case "add":
        return withKey(isTree(old) ? old : {}, change.key, change.by);
      case "repeat":
        return Array.from({ length: change.times }, () => old).flat();
    }
  });
  const bent = withoutRemoved(changed);
  return isTree(bent) ? bent : input;
}

const isTree = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function withoutRemoved(input: unknown): unknown {
  if (Array.isArray(input)) return input.filter((item) => item !== REMOVED).map(withoutRemoved);
  if (!isTree(input)) return input;
  return Object.entries(input)
    .filter(([, inner]) => inner !== REMOVED)
    .reduce<object>((rest, [name, inner]) => withKey(rest, name, withoutRemoved(inner)), {});
}

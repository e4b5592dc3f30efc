/** Reproducible chance: the same seed gives the same people, in the same order, for ever. */
export interface SeededRandom {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole number, both ends included. */
  between(min: number, max: number): number;
  chance(share: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** One key, in proportion to its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Up to `count` different keys, heavier ones more often, in the order of the weights. */
  several<K extends string>(weights: Readonly<Record<K, number>>, count: number): K[];
  shuffled<T>(items: readonly T[]): T[];
  bytes(count: number): Uint8Array;
  uuid(): string;
}

/** mulberry32: 32 bits of state, good enough for invented people and nothing else. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => between(0, 255));
  const weighted = <K extends string>(weights: Readonly<Record<K, number>>): K => {
    const keys = keysOf(weights);
    let left = next() * keys.reduce((sum, key) => sum + weights[key], 0);
    for (const key of keys) {
      left -= weights[key];
      if (left < 0) return key;
    }
    const last = keys.at(-1);
    if (last === undefined) throw new Error("Nothing to choose from");
    return last;
  };
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  return {
    next,
    between,
    weighted,
    shuffled,
    chance: (share) => next() < share,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    several(weights, count) {
      const left: Record<string, number> = { ...weights };
      const chosen = new Set<string>();
      const keys = keysOf(weights);
      while (chosen.size < Math.min(count, keys.length)) {
        const key = weighted(left);
        chosen.add(key);
        left[key] = 0;
      }
      return keys.filter((key) => chosen.has(key));
    },
    bytes,
    uuid() {
      const hex = Array.from(bytes(16), (byte, index) => {
        const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
        return marked.toString(16).padStart(2, "0");
      }).join("");
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
  };
}

/** Exactly `total` keys in the given shares (largest remainder), in random order: small groups keep their shares too. */
export function quota<K extends string>(random: SeededRandom, total: number, shares: Readonly<Record<K, number>>): K[] {
  const keys = keysOf(shares);
  const sum = keys.reduce((whole, key) => whole + shares[key], 0);
  const parts = keys.map((key) => {
    const exact = (total * shares[key]) / sum;
    return { key, count: Math.floor(exact), remainder: exact - Math.floor(exact) };
  });
  let missing = total - parts.reduce((whole, part) => whole + part.count, 0);
  for (const part of parts.toSorted((a, b) => b.remainder - a.remainder)) {
    if (missing === 0) break;
    part.count++;
    missing--;
  }
  return random.shuffled(parts.flatMap(({ key, count }) => Array.from({ length: count }, () => key)));
}

/** `Object.keys` with the type the record already has. */
function keysOf<K extends string>(record: Readonly<Record<K, number>>): K[] {
  const keys: K[] = [];
  for (const key in record) keys.push(key);
  return keys;
}

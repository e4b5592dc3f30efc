/** Remembers the values used last, up to a weight in all. Forgetting one costs time, never an answer. */
export interface BoundedMemory<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

export function createBoundedMemory<T>(mostWeight: number, weightOf: (value: T) => number): BoundedMemory<T> {
  const values = new Map<string, T>();
  let weight = 0;
  const forget = (key: string): void => {
    const value = values.get(key);
    if (value === undefined) return;
    values.delete(key);
    weight -= weightOf(value);
  };
  return {
    get(key) {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set(key, value) {
      forget(key);
      values.set(key, value);
      weight += weightOf(value);
      for (const oldest of values.keys()) {
        if (weight <= mostWeight || oldest === key) return;
        forget(oldest);
      }
    },
  };
}

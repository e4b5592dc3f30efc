import { expect, it } from "vitest";
import { createBoundedMemory } from "./bounded-memory.ts";

const memoryOf = (most: number) => createBoundedMemory<readonly string[]>(most, (people) => people.length);

it("forgets what was not asked for the longest, as soon as there is too much", () => {
  const memory = memoryOf(5);
  memory.set("spring", ["Rania", "Salma"]);
  memory.set("summer", ["Omid", "Yusuf"]);
  expect(memory.get("spring")).toEqual(["Rania", "Salma"]);
  memory.set("autumn", ["Lara", "Nour"]);
  expect(memory.get("summer")).toBeUndefined();
  expect(memory.get("spring")).toEqual(["Rania", "Salma"]);
  expect(memory.get("autumn")).toEqual(["Lara", "Nour"]);
});

it("counts what replaces an older value once", () => {
  const memory = memoryOf(3);
  memory.set("spring", ["Rania", "Salma"]);
  memory.set("spring", ["Rania"]);
  memory.set("summer", ["Omid", "Yusuf"]);
  expect(memory.get("spring")).toEqual(["Rania"]);
});

it("keeps the newest even when it alone is too much", () => {
  const memory = memoryOf(1);
  memory.set("spring", ["Rania", "Salma"]);
  expect(memory.get("spring")).toEqual(["Rania", "Salma"]);
  memory.set("summer", ["Omid"]);
  expect(memory.get("spring")).toBeUndefined();
});

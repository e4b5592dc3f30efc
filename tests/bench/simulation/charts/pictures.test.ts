import { describe, expect, test } from "vitest";
import { LOADS } from "../assumed.ts";
import { ALL_GROUPS } from "../groups.ts";
import { runSeeds } from "../run-seeds.ts";
import { groupsPicture } from "./groups-picture.ts";
import { element, picture, text } from "./svg.ts";
import { SHOWN } from "./three-policies.ts";
import { waitingPicture } from "./waiting-picture.ts";

const load = { ...LOADS.scarce, mentorsAtStart: 15, newMentorsPerYear: 8, waitingAtStart: 15, requestsPerYear: 40 };
const outcomes = runSeeds(load, [1, 2]);
const pictures = [
  ["waiting", waitingPicture(outcomes)],
  ["groups", groupsPicture([{ name: "one", outcomes }])],
] as const;

describe("pictures of fairness", () => {
  test.each(pictures)("%s: tells a screen reader what an eye sees", (_, svg) => {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="title description">/);
    expect(svg).toMatch(/<title id="title">[^<]{20,}<\/title>/);
    const description = /<desc id="description">([^<]+)<\/desc>/.exec(svg)?.[1] ?? "";
    for (const { label } of SHOWN) expect(description).toContain(label);
  });

  test.each(pictures)("%s: every element is closed and every number is one", (_, svg) => {
    const open: string[] = [];
    for (const [tag, closing, name = ""] of svg.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
      if (closing === "") open.push(name);
      else expect(open.pop(), tag).toBe(name);
    }
    expect(open).toEqual([]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  test.each(pictures)("%s: reads in light and in dark, and asks nobody for anything", (_, svg) => {
    expect(svg).toContain("prefers-color-scheme: dark");
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|href|url\(|<script/);
  });

  test("every group has its row", () => {
    for (const group of ALL_GROUPS) expect(pictures[1][1]).toContain(`>${group}</text>`);
  });

  test("words are written as words", () => {
    const svg = picture({ width: 9, height: 9, title: "a < b", description: 'said "c"' }, [
      text(1.26, 2, "d & e"),
      element("g", {}),
    ]);
    expect(svg).toContain("a &lt; b");
    expect(svg).toContain("said &quot;c&quot;");
    expect(svg).toContain('<text x="1.3" y="2">d &amp; e</text>');
  });
});

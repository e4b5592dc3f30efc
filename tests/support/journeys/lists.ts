import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import type { ImportKind } from "@augenhoehe/contract";

/** A messy list of the fixtures as its own people: addresses are unique in a network. */
export function listOf(kind: ImportKind, domain: string): { name: string; mimeType: string; buffer: Buffer } {
  const name = `${kind}.csv`;
  const content = readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "latin1");
  const own = content.replaceAll(/example\.org/gi, `${domain}.example.org`);
  return { name, mimeType: "text/csv", buffer: Buffer.from(own, "latin1") };
}

/** From the lists page to the preview; its path. */
export async function readIn(page: Page, kind: ImportKind, file: ReturnType<typeof listOf>): Promise<string> {
  await page.goto("/team/listen", { waitUntil: "networkidle" });
  await page.locator(`[name="kind"][value="${kind}"]`).check();
  await page.locator('[name="file"]').setInputFiles(file);
  await page.locator('#page-form[action^="?/read"] button.primary').click();
  await page.waitForURL(/\/team\/listen\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** The numbers beside "all, new, already here, with errors". */
export const countsOf = async (page: Page): Promise<number[]> =>
  (await page.locator("nav.filters a").allTextContents()).map((label) => Number(/\d+/.exec(label)?.[0]));

export const rowOf = (page: Page, line: number) => page.locator(`ol.rows > li[data-row="${line}"]`);

import type { Locator, Page } from "playwright-core";
import { endpoints, type ReadyPlanView, type RoundEdit } from "@augenhoehe/contract";

/** A draft's address: `/team/runden/{round}/{draft}`. */
const DRAFT = /\/team\/runden\/([0-9a-f-]{36})\/([0-9a-f-]{36})/;

export interface DraftAddress {
  readonly id: string;
  readonly draftId: string;
  readonly path: string;
}

export function draftOn(page: Page): DraftAddress {
  const [path, id, draftId] = DRAFT.exec(page.url()) ?? [];
  if (path === undefined || id === undefined || draftId === undefined) throw new Error(`No draft: ${page.url()}`);
  return { id, draftId, path };
}

/** From the list of rounds to the plan of a new one, everything as it is offered. */
export async function beginRound(page: Page, name: string): Promise<DraftAddress> {
  await page.goto("/team/runden");
  await page.locator('main a[href="/team/runden/neu"]').click();
  await page.locator('[name="name"]').fill(name);
  await page.locator("#page-form p button").click();
  await page.waitForURL(DRAFT);
  return draftOn(page);
}

/** One pair of a plan by the id of its request. */
export const pairRow = (page: Page, requestId: string): Locator => page.locator(`#paar-${requestId}`);
/** The rows of one group: `look`, `clear`, `decided`, `sent`. */
export const groupRows = (page: Page, group: string): Locator =>
  page.locator(`section[aria-labelledby="${group}"] > ul > li`);
/** What the last change did, in words. */
export const lastChange = (page: Page): Locator => page.locator('[aria-labelledby="last-change"]');

const pathOf = (template: string, { id, draftId }: DraftAddress): string =>
  template.replace(":id", id).replace(":draftId", draftId);

export async function readPlan(page: Page, draft: DraftAddress): Promise<ReadyPlanView> {
  const reply = await page.request.get(pathOf(endpoints.readRoundPlan.path, draft), { failOnStatusCode: true });
  const plan = endpoints.readRoundPlan.response.parse(await reply.json());
  if (plan.status !== "ready") throw new Error(`The plan is ${plan.status}`);
  return plan;
}

/** The first two pairs that may get each other's mentors, found by trying on a copy that nobody else looks at. */
export async function findSwap(page: Page, draft: DraftAddress): Promise<[first: string, second: string]> {
  const data = { name: "Probe", copyOf: draft.draftId };
  const made = await page.request.post(endpoints.createRoundDraft.path.replace(":id", draft.id), {
    data,
    failOnStatusCode: true,
  });
  const copy = { ...draft, draftId: endpoints.createRoundDraft.response.parse(await made.json()).id };
  const { pairs, revision } = await readPlan(page, copy);
  try {
    for (const [index, first] of pairs.entries()) {
      for (const second of pairs.slice(index + 1)) {
        const edit: RoundEdit = { kind: "swap", pairs: [pairIn(first), pairIn(second)] };
        const path = pathOf(endpoints.editRoundDraft.path, copy);
        const reply = await page.request.post(path, { data: { revision, edit } });
        if (reply.ok()) return [first.requestId, second.requestId];
      }
    }
  } finally {
    await page.request.delete(pathOf(endpoints.deleteRoundDraft.path, copy), { failOnStatusCode: true });
  }
  throw new Error("No two pairs of this plan may be swapped");
}

const pairIn = ({ requestId, mentorId }: { requestId: string; mentorId: string }) => ({ requestId, mentorId });

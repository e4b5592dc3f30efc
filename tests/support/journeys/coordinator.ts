import type { Page } from "playwright-core";
import { endpoints } from "@augenhoehe/contract";

/** From the desk to the request of somebody who has just asked. */
export async function openNewRequest(page: Page, name: string): Promise<void> {
  await page.goto("/team");
  await page.locator("#group-new_request ~ ul").getByRole("link", { name }).first().click();
  await page.waitForURL("**/team/anfragen/*");
}

/** Settles the request with the person and opens it to suggestions; ends on the suggestions. */
export async function clarifyAndOpen(page: Page): Promise<void> {
  await page.locator('form[action="?/klaeren"] button.primary').click();
  await page.waitForURL("**?erledigt=geklaert");
  await page.locator('form[action="?/oeffnen"] button').click();
  await page.waitForURL("**?erledigt=geoeffnet");
  await page.locator('main a[href$="/vorschlaege"]').click();
  await page.waitForURL("**/vorschlaege");
}

export interface Proposed {
  readonly path: string;
  readonly volunteerId: string;
  readonly mentor: string;
}

/** Proposes the first of the list: one press to be asked, one to do it. */
export async function proposeBest(page: Page): Promise<Proposed> {
  const card = page.locator("main [data-row]").first();
  const volunteerId = (await card.getAttribute("data-row")) ?? "";
  const mentor = await card.locator("h2 a").innerText();
  await card.locator("summary").click();
  await card.locator('form[action="?/vorschlagen"] button').click();
  await page.waitForURL("**/team/vorschlaege/*");
  return { path: new URL(page.url()).pathname, volunteerId, mentor };
}

/** Where a volunteer of the own provider gets mail. */
export async function addressOf(page: Page, volunteerId: string): Promise<string> {
  const { path, response } = endpoints.readVolunteer;
  const reply = await page.request.get(path.replace(":id", volunteerId), { failOnStatusCode: true });
  const { email } = response.parse(await reply.json());
  if (email === null) throw new Error("This volunteer has no address");
  return email;
}

export interface Meeting {
  /** `YYYY-MM-DDTHH:mm` in the network's time zone. */
  readonly startsAt: string;
  readonly place: string;
  readonly accompaniedBy: string;
}

export async function fillConfirmation(page: Page, { startsAt, place, accompaniedBy }: Meeting): Promise<void> {
  await page.locator('[name="startsAt"]').fill(startsAt);
  await page.locator('[name="place"]').fill(place);
  await page.locator('[name="accompaniedBy"]').fill(accompaniedBy);
}

export const sendConfirmation = (page: Page): Promise<void> => page.locator("#page-form button.primary").click();

import { vi } from "vitest";
import type { Page } from "playwright-core";
import { endpoints, type VolunteerProfile } from "@augenhoehe/contract";
import { digitsIn } from "../two-factors.ts";

/** What somebody types and ticks to become a mentor; whatever is missing is left as the page offers it. */
export type TellsAboutThemself = Pick<VolunteerProfile, "firstName" | "lastName" | "languages"> &
  Partial<Pick<VolunteerProfile, "phone" | "district" | "slots" | "topics" | "interests">> & { readonly email: string };

/** Fills the one page of the sign-up, without sending it. */
export async function fillSignUp(page: Page, told: TellsAboutThemself): Promise<void> {
  await page.locator('[name="providerId"]').first().check();
  await page.locator('[name="profile.firstName"]').fill(told.firstName);
  await page.locator('[name="profile.lastName"]').fill(told.lastName);
  await page.locator('[name="email"]').fill(told.email);
  await page.locator('[name="profile.phone"]').fill(told.phone ?? "");
  for (const [row, { code, level }] of told.languages.entries()) {
    await page.locator(`[name="profile.languages.${row}.code"]`).selectOption(code);
    await page.locator(`[name="profile.languages.${row}.level"]`).selectOption(level);
  }
  await page.locator('[name="profile.district"]').selectOption(told.district ?? "");
  const ticked = { slots: told.slots ?? [], topics: told.topics ?? [], interests: told.interests ?? [] };
  for (const [name, values] of Object.entries(ticked)) {
    for (const value of values) await page.locator(`[name="profile.${name}"][value="${value}"]`).check();
  }
}

export const sendSignUp = (page: Page): Promise<void> =>
  page.locator("#page-form button:not([formaction])").last().click();

/** From the start page to "thank you". */
export async function signUpAsVolunteer(page: Page, told: TellsAboutThemself): Promise<void> {
  await page.goto("/mitmachen");
  await fillSignUp(page, told);
  await page.locator('[name="privacyRead"]').check();
  await sendSignUp(page);
  await page.waitForURL("**/mitmachen/danke");
}

const { listInboxMails, readInboxMail } = endpoints;
/** The demo network's. */
const INBOX = { params: { networkSlug: "moenchengladbach" }, failOnStatusCode: true };

async function idsOfMailsTo(page: Page, address: string): Promise<string[]> {
  const reply = await page.request.get(listInboxMails.path, INBOX);
  const { mails } = listInboxMails.response.parse(await reply.json());
  return mails.filter(({ to }) => to === address).map(({ id }) => id);
}

/** Text of the newest mail to an address whose text fits, beside those already known; waits until it has been sent. */
export async function mailTo(
  page: Page,
  address: string,
  fits: RegExp,
  known: readonly string[] = [],
): Promise<string> {
  const find = async (): Promise<string | false> => {
    for (const id of await idsOfMailsTo(page, address)) {
      if (known.includes(id)) continue;
      const reply = await page.request.get(readInboxMail.path.replace(":id", id), INBOX);
      const { text } = readInboxMail.response.parse(await reply.json());
      if (fits.test(text)) return text;
    }
    return false;
  };
  return vi.waitUntil(find, { timeout: 20_000, interval: 250 });
}

/** Signs in with the code from the mail; ends where the account begins its day, or where `from` leads back to. */
export async function signInByCode(
  page: Page,
  address: string,
  home = "/mein-ehrenamt",
  from = "/anmelden",
): Promise<void> {
  await page.goto(from);
  const known = await idsOfMailsTo(page, address);
  await page.locator('[name="email"]').fill(address);
  await page.locator("#page-form button:not([formaction])").click();
  await page.waitForURL("**/anmelden/code*");
  const code = digitsIn(await mailTo(page, address, /\b\d{6}\b/, known));
  await page.locator('[name="code"]').fill(code);
  await page.locator("#page-form button:not([formaction])").click();
  await page.waitForURL(`**${home}`);
}

/** Reads and signs both declarations by typing one's name. */
export async function signDeclarations(page: Page, name: string): Promise<void> {
  await page.goto("/mein-ehrenamt/erklaerungen");
  for (const kind of ["secrecy", "agreement"]) {
    await page.locator(`[name="typedName.${kind}"]`).fill(name);
    await page.locator(`#${kind} form button`).click();
    await page.waitForURL("**/mein-ehrenamt/erklaerungen?unterschrieben=ja");
    await page.locator(`[name="typedName.${kind}"]`).waitFor({ state: "detached" });
  }
}

/** The states of the next steps on the home page, in the order of the way. */
export async function stepStates(page: Page): Promise<string[]> {
  const steps = page.locator("#steps ~ ol > li");
  const states: string[] = [];
  for (const step of await steps.all()) states.push((await step.getAttribute("class"))?.split(" ")[0] ?? "");
  return states;
}

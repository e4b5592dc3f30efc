import type { Page } from "playwright-core";
import { TOTP } from "otpauth";

export interface StaffSignIn {
  readonly email: string;
  readonly password: string;
  readonly secret: string;
}

/** A coordinator's sign-in as the demo prints it to the terminal, e.g. of `koordination.caritas@example.org`. */
export function printedSignIn(output: string, email: string): StaffSignIn {
  const [, password, secret] =
    new RegExp(`${email.replaceAll(".", "\\.")} {2}(\\S+) {2}([A-Z2-7]+) `).exec(output) ?? [];
  if (password === undefined || secret === undefined) throw new Error(`The demo printed no sign-in for ${email}`);
  return { email, password, secret };
}

/** The one button of the page's form that is not a language. */
export const sendForm = (page: Page): Promise<void> => page.locator("main button.primary").last().click();

export async function typePassword(page: Page, { email, password }: StaffSignIn): Promise<void> {
  await page.locator('main [name="email"]').fill(email);
  await page.locator('main [name="password"]').fill(password);
  await sendForm(page);
}

export async function typeAppCode(page: Page, secret: string): Promise<void> {
  await page.locator('main [name="code"]').fill(new TOTP({ secret }).generate());
  await sendForm(page);
}

/** From any guarded page to the page itself. */
export async function signInAsStaff(page: Page, who: StaffSignIn): Promise<void> {
  await page.goto("/anmelden/team");
  await typePassword(page, who);
  await page.waitForURL("**/anmelden/team/code**");
  await typeAppCode(page, who.secret);
  await page.waitForURL(/\/team(?:\/anfragen)?$/);
}

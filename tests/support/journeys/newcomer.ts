import type { Locator, Page } from "playwright-core";
import type { RequestAnswers } from "@augenhoehe/contract";

/** What a newcomer taps and types; whatever is missing is skipped. */
export type Told = Partial<
  Pick<
    RequestAnswers,
    | "languages"
    | "district"
    | "slots"
    | "topics"
    | "interests"
    | "forWhom"
    | "gender"
    | "ageBand"
    | "chosenName"
    | "phone"
    | "email"
  >
> & { readonly lookMyself?: boolean; readonly mentorGender?: "female" | "male" };

/** In the order of the screens. */
export const QUESTIONS = [
  "sprachen",
  "stadtteil",
  "zeiten",
  "themen",
  "interessen",
  "fuer-wen",
  "wuensche",
  "ueber-mich",
  "kontakt",
] as const;
export type Question = (typeof QUESTIONS)[number];

const field = (page: Page, name: string): Locator => page.locator(`[name="${name}"]`);
const tick = (page: Page, name: string, value: string) => page.locator(`[name="${name}"][value="${value}"]`).check();
const goOn = (page: Page) => page.locator("#page-form .go button").click();

/** From the poster to the first question, in a language picked by its own name. */
export async function beginToAsk(page: Page, language: string): Promise<void> {
  await page.goto("/anfrage");
  await page.getByRole("link", { name: language }).click();
  await page.locator('form[action="?/begin"] button').click();
  await page.waitForURL("**/anfrage/sprachen");
}

/** Fills the question that is open, without going on. */
export async function fillQuestion(page: Page, question: Question, told: Told): Promise<void> {
  switch (question) {
    case "sprachen":
      for (const [row, { code, level }] of (told.languages ?? []).entries()) {
        await field(page, `languages.${row}.code`).selectOption(code);
        await field(page, `languages.${row}.level`).selectOption(level);
      }
      return;
    case "stadtteil":
      if (told.district !== undefined) await field(page, "district").selectOption(told.district ?? "unknown");
      return;
    case "zeiten":
      for (const slot of told.slots ?? []) await tick(page, "slots", slot);
      return;
    case "themen":
      for (const topic of told.topics ?? []) await tick(page, "topics", topic);
      return;
    case "interessen":
      for (const interest of told.interests ?? []) await tick(page, "interests", interest);
      return;
    case "fuer-wen":
      if (told.forWhom !== undefined) await tick(page, "forWhom", told.forWhom);
      return;
    case "wuensche":
      if (told.mentorGender !== undefined) await tick(page, "wishes.mentorGender", told.mentorGender);
      return;
    case "ueber-mich":
      if (told.gender) await tick(page, "gender", told.gender);
      if (told.ageBand) await tick(page, "ageBand", told.ageBand);
      return;
    case "kontakt":
      await field(page, "chosenName").fill(told.chosenName ?? "");
      await field(page, "phone").fill(told.phone ?? "");
      await field(page, "email").fill(told.email ?? "");
      if (told.lookMyself === true) await field(page, "lookMyself").check();
  }
}

/** All nine questions, one after the other, to the overview. `before` may look at each screen. */
export async function answerQuestions(
  page: Page,
  told: Told,
  before: (question: Question) => Promise<void> = async () => undefined,
): Promise<void> {
  for (const question of QUESTIONS) {
    await page.waitForURL(`**/anfrage/${question}`);
    await before(question);
    await fillQuestion(page, question, told);
    await goOn(page);
  }
  await page.waitForURL("**/anfrage/pruefen");
}

/** Agrees and sends; the twenty digits of the receipt as they stand on the page. */
export async function sendRequest(page: Page): Promise<string> {
  await field(page, "agree").check();
  await page.locator('form[action*="gesendet"] button').click();
  const receipt = await page.locator("[data-receipt]").getAttribute("data-receipt");
  if (receipt === null) throw new Error("No receipt was shown");
  return receipt;
}

/** The whole way in one call: somebody asks and holds a receipt. */
export async function askForMentor(page: Page, language: string, told: Told): Promise<string> {
  await beginToAsk(page, language);
  await answerQuestions(page, told);
  return sendRequest(page);
}

export async function openMyRequest(page: Page, receipt: string): Promise<void> {
  await page.goto("/quittung");
  await field(page, "receipt").fill(receipt);
  await page.locator("#page-form button.wide").click();
  await page.waitForURL("**/meine-anfrage");
}

/** Yes or no to the mentor who is proposed on "my request". */
export async function answerProposal(page: Page, answer: "yes" | "no"): Promise<void> {
  await page.goto("/meine-anfrage");
  await page.locator(`button[name="answer"][value="${answer}"]`).click();
  await page.waitForURL("**/meine-anfrage*");
}

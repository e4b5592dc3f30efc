import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { endpoints } from "@augenhoehe/contract";
import { VISITOR_EMAILS, VISITOR_RECEIPT } from "@augenhoehe/api/demo/demo-accounts";
import { formatReceipt } from "@augenhoehe/domain";
import { visit } from "./browser.ts";
import { openMyRequest } from "./journeys/newcomer.ts";
import { printedSignIn, typeAppCode, typePassword } from "./journeys/staff.ts";
import { mailTo, signInByCode } from "./journeys/volunteer.ts";
import { RANIA } from "./newcomer.ts";

type Kept = Awaited<ReturnType<BrowserContext["storageState"]>>;

const NETWORK = "moenchengladbach";

const staff =
  (email: string) =>
  async (page: Page, printed: string): Promise<void> => {
    const who = printedSignIn(printed, email);
    await page.goto("/anmelden/team");
    await typePassword(page, who);
    await page.waitForURL("**/anmelden/team/code**");
    await typeAppCode(page, who.secret);
    await page.waitForURL(/\/team(?:\/[a-z]+)?$/);
  };

/** A request with every question answered and not yet sent. */
export async function answerEverything(page: Page): Promise<void> {
  const data = { networkSlug: NETWORK, locale: "de" };
  await page.request.post(endpoints.startDraft.path, { data, failOnStatusCode: true });
  await page.request.patch(endpoints.saveDraft.path, { data: RANIA, failOnStatusCode: true });
}

/** How each kind of person comes to be where they are, on the demo network. */
const ARRIVALS = {
  anyone: async () => undefined,
  asking: answerEverything,
  /** As `asking`, for a draft of one's own to send away. */
  sending: async () => undefined,
  mentee: (page) => openMyRequest(page, formatReceipt(VISITOR_RECEIPT)),
  mentor: (page) => signInByCode(page, VISITOR_EMAILS.mentor),
  learner: (page) => signInByCode(page, VISITOR_EMAILS.learner),
  trainer: (page) => signInByCode(page, "kursleitung@example.org", "/kursleitung"),
  coordinator: staff("koordination.caritas@example.org"),
  /** A coordinator who gives the own session away to whoever is invited. */
  inviting: staff("koordination.stadt@example.org"),
  counsellor: staff("beratung@example.org"),
  admin: staff("verwaltung@example.org"),
} satisfies Record<string, (page: Page, printed: string) => Promise<void>>;
export type DemoVisitor = keyof typeof ARRIVALS;

/** Signs everybody in once; what their browsers keep can be given to as many windows as wanted. */
export async function arriveAll(
  browser: Browser,
  { baseUrl, printed }: { readonly baseUrl: string; readonly printed: string },
  who: readonly DemoVisitor[],
): Promise<Map<DemoVisitor, Kept>> {
  const kept = new Map<DemoVisitor, Kept>();
  for (const visitor of who) {
    const { context, page } = await visit(browser, { baseUrl });
    await ARRIVALS[visitor](page, printed);
    kept.set(visitor, await context.storageState());
    await context.close();
  }
  return kept;
}

/** Invites somebody new into the team, as the coordinator whose page it is; answers with where the mail's link leads. */
export async function inviteIntoTeam(page: Page): Promise<string> {
  const me = await page.request.get(endpoints.me.path, { failOnStatusCode: true });
  const { provider } = endpoints.me.response.parse(await me.json());
  const email = `neu-${randomUUID().slice(0, 8)}@example.org`;
  await page.request.post(endpoints.inviteStaff.path, {
    data: {
      email,
      displayName: "Alex Neumann",
      roles: ["counsellor"],
      providerId: provider?.id ?? null,
      locale: "de",
    },
    failOnStatusCode: true,
  });
  const link = /https?:\/\/\S+\/einladung\/\S+/.exec(await mailTo(page, email, /\/einladung\//))?.[0];
  if (link === undefined) throw new Error("The invitation has no link");
  return new URL(link).pathname;
}

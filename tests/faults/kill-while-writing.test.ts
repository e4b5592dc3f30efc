import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { TOTP } from "otpauth";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { endpoints, type EndpointName } from "@augenhoehe/contract";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { printedSignIn } from "../support/journeys/staff.ts";
import { RANIA } from "../support/newcomer.ts";

const NEWCOMERS = 120;
const AT_ONCE = 12;
const KILLS = 3;
const NAME = "Zählkind";
const networkSlug = "moenchengladbach";

let dataDir: string;
let app: BuiltApp;
/** Resolved while the program runs; waited for by whoever gets no answer. */
let running: Promise<unknown>;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "augenhoehe-kill-"));
  app = await startBuiltApp(settings());
  running = Promise.resolve();
});
afterAll(async () => {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const settings = (port = "0") => ({ DEMO: "true", DATA_DIR: dataDir, PORT: port, TRUST_PROXY: "loopback" });

/** One browser at an address of its own, which sends again what was not answered. */
class Persistent {
  cookie = "";
  readonly #address: string;

  constructor(number: number) {
    this.#address = `10.9.${number >> 8}.${number & 255}`;
  }

  async call(name: EndpointName, body?: unknown): Promise<unknown> {
    const { method, path } = endpoints[name];
    const headers = { "content-type": "application/json", cookie: this.cookie, "x-forwarded-for": this.#address };
    for (;;) {
      try {
        const content = body === undefined ? {} : { body: JSON.stringify(body) };
        const reply = await fetch(`${app.baseUrl}${path}`, { method, headers, ...content });
        const answer: unknown = await reply.json();
        if (reply.status >= 500) throw new Error("try again");
        if (reply.status !== 200) throw new Refused(`${name}: ${JSON.stringify(answer)}`);
        for (const cookie of reply.headers.getSetCookie()) this.cookie = cookie.split(";")[0] ?? "";
        return answer;
      } catch (error) {
        if (error instanceof Refused) throw error;
        await running;
        await wait(50);
      }
    }
  }
}

class Refused extends Error {}

const Sent = z.object({ receipt: z.string() });

async function askOnce(number: number): Promise<string> {
  const browser = new Persistent(number);
  await browser.call("startDraft", { networkSlug, locale: "de" });
  await browser.call("saveDraft", { ...RANIA, chosenName: `${NAME} ${number}`, email: null });
  const consent = { textVersion: 1, locale: "de", way: "online" };
  return Sent.parse(await browser.call("submitDraft", { consent })).receipt;
}

async function killAndStart(): Promise<void> {
  const { port } = new URL(app.baseUrl);
  await app.kill();
  app = await startBuiltApp(settings(port));
}

/** All who are there by this name, as their coordinator finds them. */
async function countAsked(): Promise<number> {
  const coordinator = new Persistent(60_000);
  const { email, password, secret } = printedSignIn(app.output(), "koordination.caritas@example.org");
  await coordinator.call("signInWithPassword", { networkSlug, email, password });
  await coordinator.call("confirmSecondFactor", { code: new TOTP({ secret }).generate() });
  const reply = await fetch(`${app.baseUrl}/api/requests?search=${encodeURIComponent(NAME)}`, {
    headers: { cookie: coordinator.cookie },
  });
  return endpoints.listRequests.response.parse(await reply.json()).total;
}

it(`of ${NEWCOMERS} requests sent while the program is killed ${KILLS} times none is lost and none is there twice`, async () => {
  let next = 0;
  const receipts: string[] = [];
  const work = async () => {
    while (next < NEWCOMERS) receipts.push(await askOnce(next++));
  };
  const everybody = Promise.all(Array.from({ length: AT_ONCE }, work));
  for (let kill = 1; kill <= KILLS; kill++) {
    await expect.poll(() => receipts.length, { timeout: 60_000 }).toBeGreaterThan((kill * NEWCOMERS) / (KILLS + 2));
    running = killAndStart();
    await running;
  }
  await everybody;

  expect(new Set(receipts).size).toBe(NEWCOMERS);
  expect(await countAsked()).toBe(NEWCOMERS);
  for (const [number, receipt] of receipts.entries()) {
    const visitor = new Persistent(30_000 + number);
    await visitor.call("signInWithReceipt", { networkSlug, receipt });
    expect(await visitor.call("readMyRequest")).toMatchObject({ status: "submitted" });
  }
});

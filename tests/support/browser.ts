import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import sparticuz from "@sparticuz/chromium";
import axe from "axe-core";
import { HtmlValidate, type ConfigData } from "html-validate";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Nothing that phones home, and no sandbox because tests also run as root. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

const ARTIFACTS = join(import.meta.dirname, "../.artifacts");

/** The Chromium that npm brings; where it does not run (not Linux x64), the system's. */
export async function startBrowser(): Promise<Browser> {
  const launch = (executablePath: string) => chromium.launch({ executablePath, args: FLAGS, headless: true });
  const system = SYSTEM_BROWSERS.find((path) => existsSync(path));
  try {
    return await launch(await sparticuz.executablePath());
  } catch (mistake) {
    if (system === undefined) throw mistake;
    return launch(system);
  }
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page logged as an error, broke or was forbidden by its own policy; a healthy page leaves it empty. */
  readonly complaints: readonly string[];
}

export interface VisitorWishes {
  readonly baseUrl: string;
  readonly javaScript?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly locale?: "de" | "en" | "ar";
}

/** A new person with an empty browser. */
export async function visit(browser: Browser, wishes: VisitorWishes): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: wishes.baseUrl,
    javaScriptEnabled: wishes.javaScript ?? true,
    viewport: { width: wishes.width ?? 1280, height: wishes.height ?? 900 },
    colorScheme: wishes.dark === true ? "dark" : "light",
    locale: wishes.locale ?? "de",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (mistake) => complaints.push(mistake.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("the server responded with a status of 4")) {
      complaints.push(message.text());
    }
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== new URL(wishes.baseUrl).origin) {
      complaints.push(`asked a third party: ${url.origin}`);
    }
  });
  return { context, page, complaints };
}

export async function screenshot(page: Page, name: string): Promise<string> {
  const path = join(ARTIFACTS, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: true });
  return path;
}

interface AxeFindings {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

const AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * WCAG 2.2 AA by axe: one line per violation and place; an accessible page answers with none. Needs a visitor with
 * JavaScript on: without it axe never comes back.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeFindings>(
    `axe.run(document, { runOnly: ${JSON.stringify(AXE_RULES)}, resultTypes: ["violations"] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) => `${id} at ${target.join(" ")}: ${failureSummary.replaceAll(/\s+/g, " ")}`,
    ),
  );
}

const HTML_RULES: ConfigData = {
  extends: ["html-validate:recommended"],
  rules: {
    "long-title": "off",
    "no-inline-style": "error",
    "no-trailing-whitespace": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "void-style": "off",
    "no-implicit-button-type": "off",
    "doctype-style": "off",
    "tel-non-breaking": "off",
    "valid-id": ["error", { relaxed: true }],
    "prefer-native-element": "error",
    "require-sri": "off",
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
  },
};

const validator = new HtmlValidate(HTML_RULES);

/** What html-validate says about a document as the server sent it; nothing where it is right. */
export async function htmlMistakesIn(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${String(line)}:${String(column)} ${ruleId}: ${message}`),
  );
}

/** The same for the page that is open, asked for once more. */
export async function htmlMistakes(page: Page): Promise<string[]> {
  const response = await page.request.get(page.url(), { headers: { accept: "text/html" } });
  return htmlMistakesIn(await response.text());
}

/** Content wider than the window makes people scroll sideways; more than a pixel of it is a mistake. */
export const sidewaysPixels = (page: Page): Promise<number> =>
  page.evaluate<number>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");

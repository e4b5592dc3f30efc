import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Messages = Record<string, unknown>;

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/**
 * Writes `.missing/<locale>.json`: every message a language lacks, as the German text beside a mark, so that
 * nobody ever reads a key and nobody takes German for their own language. Real translations are merged over it.
 */
export function markMissingMessages(webFolder: string): void {
  const settings: { baseLocale: string; locales: string[] } = JSON.parse(
    readFileSync(join(webFolder, "project.inlang/settings.json"), "utf8"),
  );
  const messagesFolder = join(webFolder, "messages");
  const areas = readdirSync(messagesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

  const ofLocale = (locale: string): Messages => {
    const merged: Messages = {};
    for (const area of areas) {
      const file = join(messagesFolder, area, `${locale}.json`);
      if (existsSync(file)) Object.assign(merged, JSON.parse(readFileSync(file, "utf8")));
    }
    return merged;
  };

  const german = ofLocale(settings.baseLocale);
  mkdirSync(join(webFolder, ".missing"), { recursive: true });
  for (const locale of settings.locales) {
    const translated = ofLocale(locale);
    const missing = Object.keys(german).filter((key) => !key.startsWith("$") && !(key in translated));
    const marked = Object.fromEntries(missing.map((key) => [key, mark(german[key])]));
    writeIfChanged(join(webFolder, ".missing", `${locale}.json`), `${JSON.stringify(marked, null, 2)}\n`);
  }
}

/** Isolated, so that German inside a right-to-left sentence keeps its own order. */
function mark(message: unknown): unknown {
  if (typeof message === "string") return `${FIRST_STRONG_ISOLATE}${message}${POP_ISOLATE} (DE)`;
  if (!Array.isArray(message)) return message;
  return message.map((variant: { match?: Record<string, string> }) => ({
    ...variant,
    match: Object.fromEntries(Object.entries(variant.match ?? {}).map(([when, text]) => [when, mark(text)])),
  }));
}

function writeIfChanged(file: string, content: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === content) return;
  writeFileSync(file, content);
}

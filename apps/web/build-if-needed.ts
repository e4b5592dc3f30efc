import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const webFolder = import.meta.dirname;
const rootFolder = join(webFolder, "../..");
const stampFile = join(webFolder, "build/.sources");

/** Everything the built app is made of; generated folders are not. */
const SOURCES = [
  "apps/web/src",
  "apps/web/messages",
  "apps/web/static",
  "apps/web/project.inlang/settings.json",
  "apps/web/vite.config.ts",
  "apps/web/build.ts",
  "apps/web/mark-missing-messages.ts",
  "apps/web/paraglide-options.ts",
  "apps/web/package.json",
  "packages/domain/src",
  "packages/contract/src",
  "package-lock.json",
];
const GENERATED = new Set(["paraglide", "node_modules"]);

function* filesOf(path: string): Generator<string> {
  if (!existsSync(path)) return;
  const entries = readdirSync(path, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (GENERATED.has(entry.name)) continue;
    if (entry.isDirectory()) yield* filesOf(join(path, entry.name));
    else yield join(path, entry.name);
  }
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    const path = join(rootFolder, source);
    const files = /\.(ts|json)$/.test(source) ? [path] : filesOf(path);
    for (const file of files) hash.update(file.slice(rootFolder.length)).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

const wanted = hashOfSources();
const built = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";

if (built !== wanted || !existsSync(join(webFolder, "build/handler.js"))) {
  console.log("Building the web app …");
  const build = spawnSync(process.execPath, [join(webFolder, "build.ts")], { stdio: "inherit" });
  if (build.status !== 0) process.exit(build.status ?? 1);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}

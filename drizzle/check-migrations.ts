import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

/** Fails when the schema says something no migration does: what `drizzle-kit generate` would write must be nothing. */
const here = import.meta.dirname;
const root = join(here, "..");
const drizzleKit = join(dirname(createRequire(import.meta.url).resolve("drizzle-kit")), "bin.cjs");
const trial = mkdtempSync(join(tmpdir(), "augenhoehe-migrations-"));

try {
  const migrations = join(trial, "drizzle");
  cpSync(here, migrations, { recursive: true });
  const config = join(trial, "trial.config.json");
  const schema = "./apps/api/src/db/schema/*.ts";
  writeFileSync(config, JSON.stringify({ dialect: "postgresql", schema, out: relative(root, migrations) }));
  const before = readdirSync(migrations);
  const run = spawnSync(process.execPath, [drizzleKit, "generate", "--config", config], {
    cwd: root,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const added = readdirSync(migrations).filter((name) => !before.includes(name));
  if (added.length > 0) {
    console.error("The schema is ahead of the migrations: run npm run db:generate and commit what it writes.");
    process.exitCode = 1;
  }
} finally {
  rmSync(trial, { recursive: true, force: true });
}

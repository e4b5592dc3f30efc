import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { EnvironmentError } from "../env.ts";

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** How to start PostgreSQL's programs, which refuse to run as root. */
export interface Runner {
  readonly command: (program: string, args: readonly string[]) => [string, string[]];
  /** For `spawn`; empty where the command itself changes the user. */
  readonly spawnAs: Partial<User>;
  /** Whose the database's folders must be; unset where they are ours anyway. */
  readonly owner: User | undefined;
}

const ACCOUNTS = ["postgres", "nobody"];

function idOf(name: string, kind: "-u" | "-g"): number | undefined {
  const { status, stdout } = spawnSync("id", [kind, name], { encoding: "utf8" });
  return status === 0 ? Number(stdout.trim()) : undefined;
}

function ownerOf(folder: string): User | undefined {
  const facts = statSync(folder, { throwIfNoEntry: false });
  return facts === undefined || facts.uid === 0 ? undefined : { uid: facts.uid, gid: facts.gid };
}

function systemAccount(): User {
  for (const name of ACCOUNTS) {
    const uid = idOf(name, "-u");
    const gid = idOf(name, "-g");
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new EnvironmentError("The embedded database cannot run as root and found neither a user postgres nor nobody");
}

/**
 * As root, the owner of an existing database folder is used, else `postgres` or `nobody`. Where that user cannot reach
 * the programs or the folder (a checkout below a closed home folder), `setpriv` lets it pass closed folders; without
 * the secure bit, asking whether a file may be run would still say no.
 */
export function chooseRunner(databaseFolder: string, parentFolder: string, program: string): Runner {
  const direct: Runner["command"] = (name, args) => [name, [...args]];
  if (process.getuid?.() !== 0) return { command: direct, spawnAs: {}, owner: undefined };
  const user = ownerOf(databaseFolder) ?? systemAccount();
  const reaches =
    spawnSync(program, ["--version"], { ...user, cwd: "/" }).status === 0 &&
    spawnSync("/bin/sh", ["-c", 'cd "$0"', parentFolder], { ...user, cwd: "/" }).status === 0;
  if (reaches) return { command: direct, spawnAs: user, owner: user };
  const setpriv = [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    "--clear-groups",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    "--securebits=+no_setuid_fixup",
  ];
  if (spawnSync("setpriv", [...setpriv, "/bin/sh", "-c", 'test -x "$0"', program]).status !== 0) {
    throw new EnvironmentError(
      `The embedded database cannot run as root, and an ordinary user cannot enter ${parentFolder}. ` +
        "Start as an ordinary user, move the folder to a place everybody may enter, or set DATABASE_URL.",
    );
  }
  return { command: (name, args) => ["setpriv", [...setpriv, name, ...args]], spawnAs: {}, owner: user };
}

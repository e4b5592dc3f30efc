import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

const Holder = z.object({ pid: z.number(), startedAt: z.string().nullable() });

/** What Linux tells of a process; elsewhere nothing. */
function procFactsOf(pid: number): { state: string; startedAt: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", startedAt: fields[19] ?? "" };
  } catch {
    return null;
  }
}

/** Tells a process from a later one with the same number. */
const startOf = (pid: number): string | null => procFactsOf(pid)?.startedAt ?? null;

/** A process that ended but was not collected by its parent counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return procFactsOf(pid)?.state !== "Z";
}

function readHolder(file: string): z.infer<typeof Holder> | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

const isHeld = (holder: z.infer<typeof Holder> | null): holder is z.infer<typeof Holder> =>
  holder !== null && isAlive(holder.pid) && startOf(holder.pid) === holder.startedAt;

export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
}

/**
 * Lets one process use a folder, waiting a second for one that is just ending; a lock left by a killed process is
 * taken over. Returns the release.
 * Throws `FolderInUseError` naming the process that holds it.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const file = join(folder, "in-use.lock");
  const mine = `${file}.${process.pid}`;
  const refuse = (pid: number) =>
    new FolderInUseError(
      `Augenhöhe already runs with the folder ${folder} (process ${pid}). Stop it first, or set another DATA_DIR and PORT.`,
    );
  writeFileSync(mine, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }));
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      try {
        linkSync(mine, file);
        return () => rmSync(file, { force: true });
      } catch {
        if (isHeld(readHolder(file))) await wait(100);
        else setAside(file, `${mine}.stale`);
      }
    }
    throw refuse(readHolder(file)?.pid ?? 0);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Moves a left-over lock away; should another process have renewed it in between, it is put back. */
function setAside(file: string, aside: string): void {
  try {
    renameSync(file, aside);
    if (isHeld(readHolder(aside))) linkSync(aside, file);
  } catch {
    return;
  } finally {
    rmSync(aside, { force: true });
  }
}

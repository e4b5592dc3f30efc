import { loadEnvFile, readEnv } from "./env.ts";
import type { WebHandler } from "./http/serve-web.ts";
import { start, type Started } from "./start.ts";

const STOP_WITHIN_MS = 20_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Starts the program and ends it cleanly on Ctrl-C, on a request of the system and when its terminal closes. */
export async function runUntilStopped(loadHandler: () => Promise<WebHandler>): Promise<void> {
  let started: Started | undefined;
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await started?.stop();
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  try {
    loadEnvFile();
    started = await start(readEnv(), {
      say,
      webHandler: await loadHandler(),
      onDatabaseLost: () => {
        if (isStopping) return;
        say("The embedded database ended unexpectedly; Augenhöhe stops. Start it again.");
        void stop(1);
      },
    });
    say(`Augenhöhe answers at ${started.address}`);
  } catch (error) {
    say(explain(error));
    process.exit(1);
  }
}

/** What the person at the terminal can do something about in one line, the rest with its place. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE") {
    return "Another program already listens on this address: set another PORT, or stop the other program.";
  }
  const isForPeople = error.name === "EnvironmentError" || error.name === "FolderInUseError";
  return isForPeople ? error.message : (error.stack ?? error.message);
}

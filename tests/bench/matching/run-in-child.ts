import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Runs a program to its end and gives back what it printed; undefined when it was stopped at the time limit. */
export function runInChild(file: string, args: readonly string[], limitSeconds: number): Promise<string | undefined> {
  return new Promise((done, fail) => {
    const options = { timeout: limitSeconds * 1000, killSignal: "SIGKILL" } as const;
    execFile(file, args, options, (error, printed, complaints) => {
      if (error === null) done(printed);
      else if (error.killed === true) done(undefined);
      else fail(new Error(`${file} ${args.join(" ")}: ${complaints || error.message}`));
    });
  });
}

/** Runs a TypeScript file with the same Node, cold. */
export const runScript = (script: URL, args: readonly string[], limitSeconds: number): Promise<string | undefined> =>
  runInChild(process.execPath, [fileURLToPath(script), ...args], limitSeconds);

import type { AppDeps } from "../../http/app-deps.ts";
import { Unavailable } from "../../http/errors.ts";

export async function readHealth({ db, jobs }: AppDeps) {
  await db.withoutTenant(async () => undefined);
  if (!(await jobs.isHealthy())) throw new Unavailable("The job queue does not answer");
  return { status: "ok", database: "ok", jobs: "ok" } as const;
}

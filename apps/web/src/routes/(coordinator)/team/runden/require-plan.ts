import { redirect, type RequestEvent } from "@sveltejs/kit";
import { requireData, type ApiResult } from "#lib/server/api.ts";

/** Something about a plan; while that is still being worked out, the plan's own page says so instead. */
export function requirePlan<T>(event: RequestEvent, result: ApiResult<T>, plan: string): T {
  const isUnready = !result.ok && result.error.code === "refused" && result.error.refusal === "round_plan_not_ready";
  if (isUnready) redirect(303, plan);
  return requireData(event, result);
}

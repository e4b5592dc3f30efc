import { safeReturnTo } from "./guard.ts";

/** Where staff go after the password: to the code of their app, or first to connecting one. */
export function secondStepPath(next: "confirm" | "enrol", returnTo: string): string {
  const path = next === "enrol" ? "/anmelden/team/einrichten" : "/anmelden/team/code";
  const target = safeReturnTo(returnTo, "");
  return target === "" ? path : `${path}?${new URLSearchParams({ returnTo: target }).toString()}`;
}

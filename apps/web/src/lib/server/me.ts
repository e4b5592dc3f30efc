import type { RequestEvent } from "@sveltejs/kit";
import type { Me } from "@augenhoehe/contract";
import { api } from "./api.ts";

/** Asks the api at most once per request. */
export function lazyMe(event: RequestEvent): () => Promise<Me | null> {
  let asked: Promise<Me | null> | undefined;
  return () => (asked ??= ask(event));
}

async function ask(event: RequestEvent): Promise<Me | null> {
  if (!event.cookies.getAll().some(({ name }) => name.endsWith("session"))) return null;
  const result = await api(event).call("me");
  return result.ok ? result.data : null;
}

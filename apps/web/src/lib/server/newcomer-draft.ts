import { redirect, type RequestEvent } from "@sveltejs/kit";
import type { DraftAnswers, NetworkProfile } from "@augenhoehe/contract";
import { api, requireData } from "./api.ts";

export interface Draft {
  readonly answers: DraftAnswers;
  readonly network: NetworkProfile;
}

/** The unfinished request of this browser with its network; without one the way leads back to the first screen. */
export async function requireDraft(event: RequestEvent): Promise<Draft> {
  const result = await api(event).call("readDraft");
  if (!result.ok) {
    const hasRequest = result.error.code === "refused" && result.error.refusal === "not_permitted";
    redirect(303, hasRequest ? "/meine-anfrage" : "/anfrage/start?verloren=ja");
  }
  const { networkSlug, answers } = result.data;
  return { answers, network: requireData(event, await api(event).call("readNetwork", { params: { networkSlug } })) };
}

import type { RequestEvent } from "@sveltejs/kit";
import { api, requireData } from "#lib/server/api.ts";

/** Where a page below a draft belongs. */
export async function draftHeader(event: RequestEvent<{ id: string; draftId: string }>) {
  const { id, draftId } = event.params;
  const round = requireData(event, await api(event).call("readRound", { params: { id } }));
  return {
    here: `/team/runden/${id}/${draftId}`,
    draftName: round.drafts.find((draft) => draft.id === draftId)?.name ?? round.name,
    isClosed: round.closedAt !== null,
  };
}

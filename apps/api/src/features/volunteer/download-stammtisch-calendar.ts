import type { FileReply } from "@augenhoehe/contract";
import { CALENDAR_TYPE, writeCalendar } from "../../calendar.ts";
import { readNetworkName } from "../../db/repositories/networks.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { stammtischEntry } from "../../people/stammtisch-entry.ts";
import { requireMyStammtisch } from "./answer-stammtisch.ts";

export function downloadStammtischCalendar(deps: AppDeps, actor: VolunteerActor, id: string): Promise<FileReply> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const stammtisch = await requireMyStammtisch(tx, actor, id);
    const entry = stammtischEntry(
      { ...stammtisch, cancelled: stammtisch.cancelledAt !== null },
      await readNetworkName(tx),
    );
    const content = writeCalendar([{ ...entry, changedAt: deps.clock() }]);
    return { contentType: CALENDAR_TYPE, fileName: "stammtisch.ics", content };
  });
}

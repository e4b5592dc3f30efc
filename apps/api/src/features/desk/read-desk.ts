import type { Desk } from "@augenhoehe/contract";
import { arrangeDesk } from "@augenhoehe/domain";
import { listDeskEntries } from "../../db/repositories/desk-entries.ts";
import { listNextDates, readFunnel, type NextDateRow } from "../../db/repositories/desk-figures.ts";
import { readCurrentVersions } from "../../db/repositories/eligibility.ts";
import { hiddenMenteeIds } from "../../db/repositories/protected-mentees.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { openFirstMeeting } from "../../matching/first-meeting.ts";
import type { Vault } from "../../vault.ts";

const PER_KIND = 10;
const NEXT_DATES = 8;

export function readDesk(deps: AppDeps, actor: StaffActor): Promise<Desk> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const current = await readCurrentVersions(tx);
    const scope = { providerId: actor.providerId, hiddenMenteeIds: await hiddenMenteeIds(tx, deps.vault, actor) };
    const rows = await listDeskEntries(tx, { ...scope, now, current, perKind: PER_KIND });
    const entries = rows.map((row) => ({ ...row, since: new Date(row.sinceMs) }));
    return {
      items: arrangeDesk(entries, PER_KIND).map(({ kind, id, name, since, facts }) => ({
        kind,
        id,
        name,
        since: since.toISOString(),
        facts,
      })),
      counts: Object.fromEntries(rows.map(({ kind, ofKind }) => [kind, ofKind])),
      funnel: await readFunnel(tx, scope, current),
      nextDates: (await listNextDates(tx, scope, now, NEXT_DATES)).map((row) => nextDate(row, deps.vault)),
    };
  });
}

function nextDate(row: NextDateRow, vault: Vault): Desk["nextDates"][number] {
  const { kind, id, title, startsAtMs, place, firstMeetingSealed } = row;
  const startsAt = new Date(startsAtMs);
  const meeting = openFirstMeeting(vault, { id, firstMeetingAt: startsAt, firstMeetingSealed });
  return { kind, id, title, startsAt: startsAt.toISOString(), place: place ?? meeting?.place ?? "" };
}

import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { attendedMinutes, Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { hiddenMenteeIds } from "../../db/repositories/protected-mentees.ts";
import {
  listSessionsMarked,
  listStammtischeAccepted,
  listTopicsOfRequests,
  listTopicTerms,
} from "../../db/repositories/service-records.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import { listTandemsOf } from "../../db/repositories/volunteer-history.ts";
import { findVolunteer } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { localDayOf } from "../../local-time.ts";

/** What a coordinator starts from. Hours of accompaniment are not recorded anywhere: the two of them agree on those. */
export const readServiceRecord = (
  deps: AppDeps,
  actor: StaffActor,
  volunteerId: string,
): Promise<EndpointOutput<typeof endpoints.readServiceRecord>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const volunteer = await findVolunteer(tx, actor.providerId, volunteerId);
    if (volunteer === undefined) throw new Refusal("not_found");
    const timeZone = await readTimeZone(tx);
    const until = volunteer.leftAt ?? deps.clock();
    const scope = { providerId: actor.providerId, hiddenMenteeIds: await hiddenMenteeIds(tx, deps.vault, actor) };
    const tandems = await listTandemsOf(tx, volunteerId, scope);
    const topics = new Set(
      await listTopicsOfRequests(
        tx,
        tandems.map(({ requestId }) => requestId),
      ),
    );
    return {
      from: localDayOf(volunteer.createdAt, timeZone),
      until: localDayOf(until, timeZone),
      trainingMinutes: await trainingMinutesOf(tx, volunteerId),
      stammtischMinutes: (await listStammtischeAccepted(tx, volunteerId, until)).reduce(
        (sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / 60_000,
        0,
      ),
      tasks: (await listTopicTerms(tx)).flatMap(({ key }) => (topics.has(key) ? [key] : [])),
    };
  });

/** Of every course and single module together, as marked. */
export const trainingMinutesOf = async (tx: Tx, volunteerId: string): Promise<number> =>
  (await listSessionsMarked(tx, volunteerId)).reduce((sum, session) => sum + attendedMinutes(session, session), 0);

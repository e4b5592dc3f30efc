import { PAGE_SIZE, type EndpointOutput, type endpoints } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { z } from "zod";
import type { Tx } from "../../db/client.ts";
import { fullName } from "../../db/repositories/mentor-cards.ts";
import { hiddenMenteeIds, openProtection, seesMentee } from "../../db/repositories/protected-mentees.ts";
import {
  findTandemOfPair,
  listTandemsOfProvider,
  type StoredTandem,
  type TandemOfPair,
} from "../../db/repositories/tandems.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { openFirstMeeting } from "../../matching/first-meeting.ts";
import { channelsOfMentee, channelsOfVolunteer } from "../../people/released-channels.ts";

type ListQuery = z.output<typeof endpoints.listTandems.query>;
type List = EndpointOutput<typeof endpoints.listTandems>;
type Detail = EndpointOutput<typeof endpoints.readTandem>;

export function listTandems(deps: AppDeps, actor: StaffActor, { page, status }: ListQuery): Promise<List> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const scope = { providerId: actor.providerId, hiddenMenteeIds: await hiddenMenteeIds(tx, deps.vault, actor) };
    const slice = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const { rows, total } = await listTandemsOfProvider(tx, scope, status, slice);
    return { items: rows.map((row) => tandemRow(row, row)), total, page, pageSize: PAGE_SIZE };
  });
}

/** What staff see stays until retention ends, but channels go with the tandem. */
export function readTandem(deps: AppDeps, actor: StaffActor, id: string): Promise<Detail> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { tandem, mentee, volunteer } = await requireOwnTandem(deps, tx, actor, id);
    const hasEnded = tandem.status === "ended";
    return {
      ...tandemRow(tandem, { ...volunteer, chosenName: mentee.chosenName }),
      firstMeeting: openFirstMeeting(deps.vault, tandem),
      endedAt: tandem.endedAt?.toISOString() ?? null,
      endingReason: tandem.endingReason,
      mentorChannels: hasEnded ? [] : channelsOfVolunteer(volunteer, deps.vault),
      menteeChannels: hasEnded ? [] : channelsOfMentee(mentee, deps.vault),
    };
  });
}

async function requireOwnTandem(deps: AppDeps, tx: Tx, actor: StaffActor, id: string): Promise<TandemOfPair> {
  const found = await findTandemOfPair(tx, id);
  const isOwn = found?.tandem.providerId === actor.providerId && found.mentee.providerId === actor.providerId;
  if (found === undefined || !isOwn) throw new Refusal("not_found");
  if (!seesMentee(openProtection(deps.vault, found.mentee), actor)) throw new Refusal("not_found");
  return found;
}

const tandemRow = (
  tandem: StoredTandem,
  names: { readonly firstName: string; readonly lastName: string; readonly chosenName: string },
): List["items"][number] => ({
  id: tandem.id,
  requestId: tandem.requestId,
  volunteerId: tandem.volunteerId,
  mentorName: fullName(names),
  menteeName: names.chosenName,
  status: tandem.status,
  startedAt: tandem.startedAt.toISOString(),
  firstMeetingAt: tandem.firstMeetingAt?.toISOString() ?? null,
});

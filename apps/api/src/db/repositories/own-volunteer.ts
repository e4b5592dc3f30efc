import { and, desc, eq, inArray } from "drizzle-orm";
import { OPEN_PROPOSAL_STATES } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { mentorRequests, proposals, tandems } from "../schema/matching.ts";
import { districts, mentees, volunteers } from "../schema/people.ts";
import { OPEN_LOAD_COLUMNS } from "./open-load.ts";

/** A volunteer's own row; the id comes from the session. */
export async function findOwnVolunteer(tx: Tx, id: string) {
  const [row] = await tx.select().from(volunteers).where(eq(volunteers.id, id));
  return row;
}

export async function lockOwnVolunteer(tx: Tx, id: string) {
  const [row] = await tx.select().from(volunteers).where(eq(volunteers.id, id)).for("update");
  return row;
}

export async function countOpenTandems(tx: Tx, volunteerId: string): Promise<number> {
  const [row] = await tx
    .select({ openTandems: OPEN_LOAD_COLUMNS.openTandems })
    .from(volunteers)
    .where(eq(volunteers.id, volunteerId));
  return row?.openTandems ?? 0;
}

/** What is read of a request before the stage decides how much of it a volunteer sees. */
const SHOWN_OF_REQUEST = {
  languages: mentorRequests.languages,
  topics: mentorRequests.topics,
  interests: mentorRequests.interests,
  slots: mentorRequests.slots,
  forWhom: mentorRequests.forWhom,
  interpreterNeeded: mentorRequests.interpreterNeeded,
  districtName: districts.name,
};

/** Open proposals of a volunteer with the request each is about; no name, no contact. */
export const listMyProposals = (tx: Tx, volunteerId: string) =>
  tx
    .select({ proposal: proposals, request: SHOWN_OF_REQUEST })
    .from(proposals)
    .innerJoin(
      mentorRequests,
      and(eq(mentorRequests.networkId, proposals.networkId), eq(mentorRequests.id, proposals.requestId)),
    )
    .leftJoin(
      districts,
      and(eq(districts.networkId, mentorRequests.networkId), eq(districts.key, mentorRequests.district)),
    )
    .where(and(eq(proposals.volunteerId, volunteerId), inArray(proposals.state, [...OPEN_PROPOSAL_STATES])))
    .orderBy(proposals.answerBy);
export type MyProposalRow = Awaited<ReturnType<typeof listMyProposals>>[number];

/** A volunteer's tandems with the other person. */
export const listMyTandems = (tx: Tx, volunteerId: string) =>
  tx
    .select({
      tandem: tandems,
      request: SHOWN_OF_REQUEST,
      mentee: {
        id: mentees.id,
        chosenName: mentees.chosenName,
        phoneSealed: mentees.phoneSealed,
        emailSealed: mentees.emailSealed,
        releasePhone: mentees.releasePhone,
        releaseEmail: mentees.releaseEmail,
      },
    })
    .from(tandems)
    .innerJoin(mentees, and(eq(mentees.networkId, tandems.networkId), eq(mentees.id, tandems.menteeId)))
    .innerJoin(
      mentorRequests,
      and(eq(mentorRequests.networkId, tandems.networkId), eq(mentorRequests.id, tandems.requestId)),
    )
    .leftJoin(
      districts,
      and(eq(districts.networkId, mentorRequests.networkId), eq(districts.key, mentorRequests.district)),
    )
    .where(eq(tandems.volunteerId, volunteerId))
    .orderBy(desc(tandems.startedAt));
export type MyTandemRow = Awaited<ReturnType<typeof listMyTandems>>[number];

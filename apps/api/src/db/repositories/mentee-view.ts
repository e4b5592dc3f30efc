import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { proposals, tandems } from "../schema/matching.ts";
import { districts, volunteers } from "../schema/people.ts";

/** What is read of a volunteer before the stage decides how much of it a mentee sees. */
const SHOWN_OF_VOLUNTEER = {
  languages: volunteers.languages,
  topics: volunteers.topics,
  interests: volunteers.interests,
  slots: volunteers.slots,
  districtName: districts.name,
};

export async function findNewestProposal(tx: Tx, requestId: string) {
  const rows = await tx
    .select({ proposal: proposals, volunteer: SHOWN_OF_VOLUNTEER })
    .from(proposals)
    .innerJoin(volunteers, and(eq(volunteers.networkId, proposals.networkId), eq(volunteers.id, proposals.volunteerId)))
    .leftJoin(districts, and(eq(districts.networkId, volunteers.networkId), eq(districts.key, volunteers.district)))
    .where(and(eq(proposals.networkId, tx.networkId), eq(proposals.requestId, requestId)))
    .orderBy(desc(proposals.createdAt), desc(proposals.id))
    .limit(1);
  return rows[0] ?? null;
}
export type ProposalWithVolunteer = NonNullable<Awaited<ReturnType<typeof findNewestProposal>>>;

export async function findNewestTandem(tx: Tx, requestId: string) {
  const rows = await tx
    .select({
      tandem: tandems,
      mentor: {
        id: volunteers.id,
        firstName: volunteers.firstName,
        email: volunteers.email,
        phoneSealed: volunteers.phoneSealed,
        releaseEmail: volunteers.releaseEmail,
        releasePhone: volunteers.releasePhone,
      },
    })
    .from(tandems)
    .innerJoin(volunteers, and(eq(volunteers.networkId, tandems.networkId), eq(volunteers.id, tandems.volunteerId)))
    .where(and(eq(tandems.networkId, tx.networkId), eq(tandems.requestId, requestId)))
    .orderBy(desc(tandems.startedAt))
    .limit(1);
  return rows[0] ?? null;
}
export type TandemWithMentor = NonNullable<Awaited<ReturnType<typeof findNewestTandem>>>;

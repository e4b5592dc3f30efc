import { and, desc, eq, inArray, ne, notInArray } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { mentorRequests } from "../schema/matching.ts";
import { districts, mentees, volunteers } from "../schema/people.ts";
import { accounts } from "../schema/platform.ts";

/** Which of these addresses have an account or a volunteer in the network, and whose volunteer it is. */
export async function listTakenAddresses(
  tx: Tx,
  emails: readonly string[],
): Promise<{ email: string | null; volunteerId: string | null; providerId: string | null }[]> {
  if (emails.length === 0) return [];
  const ofAccounts = await tx
    .select({ email: accounts.email, volunteerId: accounts.volunteerId, providerId: accounts.providerId })
    .from(accounts)
    .where(inArray(accounts.email, [...emails]));
  const ofVolunteers = await tx
    .select({ email: volunteers.email, volunteerId: volunteers.id, providerId: volunteers.providerId })
    .from(volunteers)
    .where(inArray(volunteers.email, [...emails]));
  return [...ofAccounts, ...ofVolunteers];
}

export const listVolunteersToRecognise = (tx: Tx, providerId: string) =>
  tx
    .select({
      id: volunteers.id,
      firstName: volunteers.firstName,
      lastName: volunteers.lastName,
      phoneSealed: volunteers.phoneSealed,
    })
    .from(volunteers)
    .where(eq(volunteers.providerId, providerId))
    .orderBy(volunteers.createdAt, volunteers.id);

/** The newest request of each person comes first. */
export const listRequestsToRecognise = (tx: Tx, providerId: string, hiddenMenteeIds: readonly string[]) =>
  tx
    .select({
      id: mentorRequests.id,
      menteeId: mentees.id,
      chosenName: mentees.chosenName,
      phoneSealed: mentees.phoneSealed,
      emailSealed: mentees.emailSealed,
      otherContactSealed: mentees.otherContactSealed,
      districtName: districts.name,
      languages: mentorRequests.languages,
    })
    .from(mentorRequests)
    .innerJoin(mentees, and(eq(mentees.networkId, mentorRequests.networkId), eq(mentees.id, mentorRequests.menteeId)))
    .leftJoin(
      districts,
      and(eq(districts.networkId, mentorRequests.networkId), eq(districts.key, mentorRequests.district)),
    )
    .where(
      and(
        eq(mentorRequests.providerId, providerId),
        hiddenMenteeIds.length === 0 ? undefined : notInArray(mentees.id, [...hiddenMenteeIds]),
      ),
    )
    .orderBy(desc(mentorRequests.submittedAt), mentorRequests.id);

/** Which of these requests another provider works with by now. */
export async function listHandedOver(tx: Tx, providerId: string, requestIds: readonly string[]): Promise<string[]> {
  if (requestIds.length === 0) return [];
  const rows = await tx
    .select({ id: mentorRequests.id })
    .from(mentorRequests)
    .where(and(inArray(mentorRequests.id, [...requestIds]), ne(mentorRequests.providerId, providerId)));
  return rows.map(({ id }) => id);
}

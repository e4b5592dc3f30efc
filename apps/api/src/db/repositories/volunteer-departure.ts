import { and, eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { fuehrungszeugnisEntries, volunteers } from "../schema/people.ts";
import { accounts } from "../schema/platform.ts";

/**
 * Erases what need not be kept of somebody who left. Name, address, declarations, attendance and certificates stay
 * until their retention ends: they prove insurance and training, and former pairs must be known.
 */
export async function eraseDeparted(tx: Tx, id: string, leftAt: Date): Promise<void> {
  await tx
    .update(volunteers)
    .set({
      status: "left",
      leftAt,
      pausedAt: null,
      eligibleSince: null,
      phoneSealed: null,
      releasePhone: false,
      releaseEmail: false,
      interviewNoteSealed: null,
      protectionClearanceSealed: null,
      district: null,
      reachKm: null,
      slots: null,
      topics: [],
      interests: [],
      gender: null,
      ageBand: null,
      wishes: { menteeGender: null, menteeAgeBands: [], forWhom: [] },
    })
    .where(and(eq(volunteers.networkId, tx.networkId), eq(volunteers.id, id)));
  await tx.delete(fuehrungszeugnisEntries).where(eq(fuehrungszeugnisEntries.volunteerId, id));
}

/** The account somebody signs in with as a volunteer, if there is one. */
export async function findAccountOfVolunteer(tx: Tx, volunteerId: string) {
  const [row] = await tx.select().from(accounts).where(eq(accounts.volunteerId, volunteerId));
  return row;
}

/** Staff and trainers who also volunteered keep their other roles; everybody else can no longer sign in. */
export async function endVolunteerAccount(tx: Tx, account: typeof accounts.$inferSelect, at: Date): Promise<void> {
  const roles = account.roles.filter((role) => role !== "volunteer");
  await tx
    .update(accounts)
    .set(roles.length === 0 ? { disabledAt: at } : { roles })
    .where(and(eq(accounts.networkId, tx.networkId), eq(accounts.id, account.id)));
}

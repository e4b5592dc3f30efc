import { randomUUID } from "node:crypto";
import type { accounts } from "@augenhoehe/api/db/schema/platform";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import type { TestAccount } from "./make-network.ts";
import { makeAccount } from "./make-network.ts";
import type { TestWorld } from "./test-app.ts";

export type TestVolunteer = typeof volunteers.$inferSelect;

export interface NewVolunteer extends Partial<Omit<typeof volunteers.$inferInsert, "networkId" | "providerId">> {
  readonly network: { readonly id: string };
  readonly provider: { readonly id: string };
}

/** A volunteer who has been interviewed and has signed nothing yet, unless told otherwise. */
export async function makeVolunteer(world: TestWorld, given: NewVolunteer): Promise<TestVolunteer> {
  const { network, provider, ...changes } = given;
  const id = changes.id ?? randomUUID();
  const [row] = await world.inTenant(network.id, (tx) =>
    tx
      .insert(volunteers)
      .values({
        id,
        networkId: network.id,
        providerId: provider.id,
        status: "interviewed",
        firstName: "Vera",
        lastName: `Freiwillig-${id.slice(0, 4)}`,
        email: `${id}@freiwillig.example`,
        locale: "de",
        languages: [{ code: "de", level: "native" }],
        topics: [],
        interests: [],
        wishes: { menteeGender: null, menteeAgeBands: [], forWhom: [] },
        capacity: 1,
        releasePhone: false,
        releaseEmail: true,
        interviewedOn: "2026-10-01",
        createdAt: world.clock.now,
        ...changes,
      })
      .returning(),
  );
  if (row === undefined) throw new Error("No volunteer was inserted");
  return row;
}

/** The account a volunteer signs in with. */
export const makeVolunteerAccount = (world: TestWorld, volunteer: TestVolunteer): Promise<TestAccount> =>
  makeAccount(world, {
    network: { id: volunteer.networkId },
    provider: { id: volunteer.providerId },
    roles: ["volunteer"],
    email: volunteer.email ?? `${volunteer.id}@freiwillig.example`,
    displayName: `${volunteer.firstName} ${volunteer.lastName}`,
    volunteerId: volunteer.id,
    locale: volunteer.locale,
  } satisfies Partial<typeof accounts.$inferInsert> & Parameters<typeof makeAccount>[1]);

import type { WaitingEntry } from "@augenhoehe/contract";
import { waitingList, type Enrolment } from "@augenhoehe/domain";
import type { Participant } from "../db/repositories/enrolments.ts";
import { displayName } from "./roster.ts";

type Person = Participant & Enrolment;

/** Who is being asked, who waits, and who let an offer pass, in this order. An offer nobody answered in time has lapsed. */
export function waitingEntries(
  people: readonly Person[],
  now: Date,
): (WaitingEntry & { readonly providerId: string })[] {
  const current = people.map((person) =>
    person.status === "offered" && person.offerExpiresAt !== null && person.offerExpiresAt <= now
      ? { ...person, status: "waiting" as const, lapsedAt: person.offerExpiresAt, offerExpiresAt: null }
      : person,
  );
  const entry = (state: WaitingEntry["state"], person: Person, position: number) => ({
    volunteerId: person.volunteerId,
    providerId: person.providerId,
    displayName: displayName(person),
    position,
    state,
    waitingSince: person.queuedAt.toISOString(),
    offerExpiresAt: person.offerExpiresAt?.toISOString() ?? null,
    lapsedAt: person.lapsedAt?.toISOString() ?? null,
  });
  return [
    ...current.filter(({ status }) => status === "offered").map((person) => entry("offered", person, 0)),
    ...waitingList(current).map((person, index) =>
      entry(person.lapsedAt === null ? "active" : "lapsed", person, index + 1),
    ),
  ];
}

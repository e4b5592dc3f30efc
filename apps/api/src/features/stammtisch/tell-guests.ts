import type { Tx } from "../../db/client.ts";
import { listStammtischAnswers, type StammtischRow } from "../../db/repositories/stammtische.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { Locale } from "@augenhoehe/domain";

type Template = "stammtisch_invitation" | "stammtisch_changed" | "stammtisch_cancelled";

interface Guest {
  readonly id: string;
  readonly providerId: string;
  readonly email: string | null;
  readonly locale: Locale;
}

/** One mail with the calendar file to each guest who has an address. */
export async function tellGuests(
  deps: AppDeps,
  tx: Tx,
  template: Template,
  { id, startsAt, endsAt, place, topics, sequence, cancelledAt }: Omit<StammtischRow, "networkId">,
  guests: readonly Guest[],
): Promise<void> {
  const params = {
    id,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    timeZone: await readTimeZone(tx),
    place,
    topics,
    sequence,
    cancelled: cancelledAt !== null,
    writtenAt: deps.clock().toISOString(),
  };
  for (const { id: guestId, email, providerId, locale } of guests) {
    if (email === null) continue;
    const to = { kind: "volunteer" as const, id: guestId, address: email, providerId };
    await deps.queueMail(tx, { to, locale, template, params });
  }
}

export async function tellThoseComing(
  deps: AppDeps,
  tx: Tx,
  template: Template,
  stammtisch: StammtischRow,
): Promise<void> {
  const answers = await listStammtischAnswers(tx, [stammtisch.id]);
  const coming = answers
    .filter(({ answer }) => answer === "yes")
    .map(({ volunteerId, ...guest }) => ({ ...guest, id: volunteerId }));
  await tellGuests(deps, tx, template, stammtisch, coming);
}

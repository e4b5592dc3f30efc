import type { Locale } from "@augenhoehe/domain";
import { listPersonalStammtische } from "../db/repositories/calendar-entries.ts";
import { readCurrentVersions } from "../db/repositories/eligibility.ts";
import { readNetworkName } from "../db/repositories/networks.ts";
import { countOpenTandems, type findOwnVolunteer } from "../db/repositories/own-volunteer.ts";
import type { Tx } from "../db/client.ts";
import { isInvited } from "../people/stammtisch-guests.ts";
import { personalStammtisch } from "./calendar-words.ts";
import type { PersonalEntry } from "./personal-calendar.ts";

type Person = NonNullable<Awaited<ReturnType<typeof findOwnVolunteer>>>;

/** Stammtisch dates a person said yes to, and those ahead that wait for an answer: the latter as tentative. */
export async function loadPersonalStammtische(
  tx: Tx,
  me: Person,
  { now, locale, publicUrl }: { now: Date; locale: Locale; publicUrl: string },
): Promise<PersonalEntry[]> {
  const rows = await listPersonalStammtische(tx, me, now);
  if (rows.length === 0) return [];
  const networkName = await readNetworkName(tx);
  const openTandems = await countOpenTandems(tx, me.id);
  const invited = isInvited({ ...me, openTandems }, await readCurrentVersions(tx));
  return rows.flatMap(({ stammtisch, answer, told }) => {
    const isOver = stammtisch.endsAt <= now;
    // A date that passed without an answer stays as it was told.
    if (isOver && answer === null && told === null) return [];
    const mayCome = stammtisch.providerId === me.providerId && (invited || isOver);
    const comes = answer === null ? (mayCome ? null : false) : answer === "yes";
    if (comes === false && told === null) return [];
    const date = { ...stammtisch, cancelled: stammtisch.cancelledAt !== null };
    const current = personalStammtisch(date, networkName, { locale, publicUrl, comes });
    return [{ volunteerId: me.id, subjectId: stammtisch.id, subject: "stammtisch" as const, current, told }];
  });
}

import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import type { Tx } from "../../db/client.ts";
import type { CurrentVersions } from "../../db/repositories/eligibility.ts";
import { listOwnStammtischAnswers, listStammtischeAhead } from "../../db/repositories/stammtische.ts";
import { isInvited } from "../../people/stammtisch-guests.ts";
import type { OwnRow } from "./own-row.ts";

type MyStammtisch = EndpointOutput<typeof endpoints.readMyHome>["stammtische"][number];

interface Guest {
  readonly me: OwnRow;
  readonly openTandems: number;
  readonly versions: CurrentVersions;
}

/** Dates ahead: all for whoever is invited, else those answered before, so that an answer can be changed. */
export async function myStammtische(tx: Tx, { me, openTandems, versions }: Guest, now: Date): Promise<MyStammtisch[]> {
  const answers = new Map(
    (await listOwnStammtischAnswers(tx, me.id)).map(({ stammtischId, answer }) => [stammtischId, answer]),
  );
  const invited = isInvited({ ...me, openTandems }, versions);
  const rows = await listStammtischeAhead(tx, me.providerId, now);
  return rows
    .filter(({ id }) => invited || answers.has(id))
    .map((row) => ({
      id: row.id,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      place: row.place,
      topics: row.topics,
      cancelled: row.cancelledAt !== null,
      myAnswer: answers.get(row.id) ?? null,
    }));
}

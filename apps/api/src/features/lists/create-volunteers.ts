import { randomUUID } from "node:crypto";
import type { Tx } from "../../db/client.ts";
import { insertAccounts, insertVolunteers } from "../../db/repositories/imported-people.ts";
import type { ImportRecord } from "../../db/repositories/imports.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { profileColumns } from "../../people/volunteer-profile.ts";
import { arrivals } from "../../spreadsheet/arrivals.ts";
import type { InterpretedRow } from "./interpret-import.ts";
import type { VolunteerDraft } from "./read-volunteer-row.ts";

/** Everybody new, as if they had just applied; with an address comes an account for signing in by code. */
export async function createVolunteers(
  { vault, clock }: Pick<AppDeps, "vault" | "clock">,
  tx: Tx,
  { id: importId, providerId }: ImportRecord,
  rows: readonly InterpretedRow<VolunteerDraft>[],
): Promise<{ rowHash: string; subjectId: string }[]> {
  const now = clock();
  const arrivalOf = arrivals(now, await readTimeZone(tx));
  const people = rows.flatMap(({ hash, draft }) => {
    if (draft === null) return [];
    const { profile, email, appliedOn } = draft;
    const id = randomUUID();
    const row = { ...profileColumns(profile, id, vault), id, providerId, email, importId };
    return [{ hash, row: { ...row, status: "applied" as const, createdAt: arrivalOf(appliedOn) } }];
  });
  const stored = await insertVolunteers(
    tx,
    people.map(({ row }) => row),
  );
  const created = people.filter(({ row }) => stored.has(row.id));
  await insertAccounts(
    tx,
    created.flatMap(({ row }) => {
      const { email, locale, firstName, lastName } = row;
      if (email === null) return [];
      const displayName = `${firstName} ${lastName}`;
      return [
        { providerId, email, displayName, locale, volunteerId: row.id, roles: ["volunteer" as const], createdAt: now },
      ];
    }),
  );
  return created.map(({ hash, row }) => ({ rowHash: hash, subjectId: row.id }));
}

import { sql, type SQL } from "drizzle-orm";
import { attendedMinutes, type RosterMark } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";

/** Which dates a proof is about: of courses of this provider, held by now, from `from` up to and without `until`. */
export interface ProofScope {
  readonly providerId: string;
  readonly courseId?: string | undefined;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly now: Date;
}

/** Dates that were held: begun, and not cancelled. */
const held = ({ providerId, courseId, from, until, now }: ProofScope): SQL => sql`
  select s.network_id, s.id, s.course_id, s.module_key, s.starts_at, s.ends_at, s.place,
    c.title as course_title, c.curriculum_id
  from course_sessions s join courses c on c.network_id = s.network_id and c.id = s.course_id
  where c.provider_id = ${providerId} and s.cancelled_at is null and s.starts_at <= ${now}
    ${courseId === undefined ? sql`` : sql`and c.id = ${courseId}`}
    ${from === null ? sql`` : sql`and s.starts_at >= ${from}`}
    ${until === null ? sql`` : sql`and s.starts_at < ${until}`}`;

const epochMs = (column: SQL): SQL => sql`(extract(epoch from ${column}) * 1000)::float8`;
const startsAtMs = epochMs(sql`h.starts_at`);
const endsAtMs = epochMs(sql`h.ends_at`);

export interface RosterRow {
  readonly sessionId: string;
  readonly volunteerId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly providerName: string;
  readonly courseTitle: string;
  readonly moduleTitle: string;
  readonly place: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly mark: RosterMark;
  readonly minutes: number;
  readonly guest: boolean;
}

/**
 * Everybody who was marked at a date, and whoever had a place by then and was not; in the order of dates, then names.
 * `total` counts all rows, also where a page asks for some.
 */
export async function listRosterRows(
  tx: Tx,
  scope: ProofScope,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ rows: RosterRow[]; total: number }> {
  const { rows } = await tx.execute<Stored<RosterRow> & { total: number }>(sql`
    with held as (${held(scope)}),
    roster as (
      select h.id as session_id, a.volunteer_id, a.mark, a.late_minutes, a.left_early_minutes, a.guest
      from held h join attendances a on a.network_id = h.network_id and a.session_id = h.id
      union all
      select h.id, e.volunteer_id, 'unmarked', 0, 0, false
      from held h join enrolments e on e.network_id = h.network_id and e.course_id = h.course_id
      where e.status = 'enrolled' and e.queued_at < h.ends_at and not exists (
        select 1 from attendances a where a.network_id = h.network_id and a.session_id = h.id
          and a.volunteer_id = e.volunteer_id)
    )
    select r.session_id as "sessionId", r.volunteer_id as "volunteerId", v.first_name as "firstName",
      v.last_name as "lastName", p.short_name as "providerName", h.course_title as "courseTitle",
      coalesce(k.title, h.module_key) as "moduleTitle", h.place, ${startsAtMs} as "startsAtMs",
      ${endsAtMs} as "endsAtMs", r.mark, r.late_minutes as "lateMinutes",
      r.left_early_minutes as "leftEarlyMinutes", r.guest, (count(*) over ())::int as total
    from roster r
      join held h on h.id = r.session_id
      join volunteers v on v.network_id = h.network_id and v.id = r.volunteer_id
      join providers p on p.network_id = v.network_id and p.id = v.provider_id
      left join curriculum_modules k on k.network_id = h.network_id and k.curriculum_id = h.curriculum_id
        and k.key = h.module_key
    order by h.starts_at, h.course_title, h.id, v.last_name, v.first_name, v.id
    offset ${offset} limit ${limit}`);
  return { rows: rows.map(withMinutes), total: rows[0]?.total ?? 0 };
}

export interface VisitRow {
  readonly sessionId: string;
  readonly volunteerId: string;
  readonly minutes: number;
}

/** Who was at which date, without a name: what sums are made of. */
export async function listVisits(tx: Tx, scope: ProofScope): Promise<VisitRow[]> {
  const { rows } = await tx.execute<Stored<VisitRow & { readonly startsAtMs: number; readonly endsAtMs: number }>>(sql`
    with held as (${held(scope)})
    select h.id as "sessionId", a.volunteer_id as "volunteerId", a.mark,
      a.late_minutes as "lateMinutes", a.left_early_minutes as "leftEarlyMinutes", ${startsAtMs} as "startsAtMs",
      ${endsAtMs} as "endsAtMs"
    from held h join attendances a on a.network_id = h.network_id and a.session_id = h.id
    where a.mark = 'present'`);
  return rows.map(withMinutes);
}

interface StoredMark {
  readonly mark: RosterMark;
  readonly lateMinutes: number;
  readonly leftEarlyMinutes: number;
}
type Stored<Row extends { readonly minutes: number }> = Omit<Row, "minutes"> & StoredMark & Record<string, unknown>;

function withMinutes<Row extends StoredMark & { readonly startsAtMs: number; readonly endsAtMs: number }>(row: Row) {
  const session = { startsAt: new Date(row.startsAtMs), endsAt: new Date(row.endsAtMs) };
  return { ...row, minutes: row.mark === "unmarked" ? 0 : attendedMinutes(session, { ...row, mark: row.mark }) };
}

export interface HeldSessionRow {
  readonly sessionId: string;
  readonly courseId: string;
  readonly courseTitle: string;
  readonly moduleTitle: string;
  readonly place: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly unitMinutes: number;
  readonly trainers: number;
}

export async function listHeldSessions(tx: Tx, scope: ProofScope): Promise<HeldSessionRow[]> {
  const { rows } = await tx.execute<HeldSessionRow & Record<string, unknown>>(sql`
    with held as (${held(scope)})
    select h.id as "sessionId", h.course_id as "courseId", h.course_title as "courseTitle",
      coalesce(k.title, h.module_key) as "moduleTitle", h.place, ${startsAtMs} as "startsAtMs",
      ${endsAtMs} as "endsAtMs", u.unit_minutes as "unitMinutes",
      (select count(*)::int from course_trainers t where t.network_id = h.network_id and t.course_id = h.course_id)
        as trainers
    from held h
      join curricula u on u.network_id = h.network_id and u.id = h.curriculum_id
      left join curriculum_modules k on k.network_id = h.network_id and k.curriculum_id = h.curriculum_id
        and k.key = h.module_key
    order by h.starts_at, h.id`);
  return rows;
}

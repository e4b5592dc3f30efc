import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import type { CurrentVersions } from "./eligibility.ts";

export interface Funnel {
  readonly waiting: number;
  readonly inProposal: number;
  readonly introduced: number;
  readonly active: number;
  readonly eligibleMentors: number;
  readonly freePlaces: number;
}

interface Scope {
  readonly providerId: string;
  readonly hiddenMenteeIds: readonly string[];
}

/** Where people are on the way, and how many mentors could still be asked. */
export async function readFunnel(tx: Tx, scope: Scope, current: CurrentVersions): Promise<Funnel> {
  const isMine = sql`provider_id = ${scope.providerId} and mentee_id <> all(${sql.param([...scope.hiddenMenteeIds])}::uuid[])`;
  const { rows } = await tx.execute<Funnel & Record<string, unknown>>(sql`
    select requests.*, pairs.*, mentors.* from
      (select count(*) filter (where status in ('submitted', 'clarified', 'open'))::int as waiting,
        count(*) filter (where status = 'in_proposal')::int as "inProposal"
        from mentor_requests where ${isMine}) requests,
      (select count(*) filter (where status = 'introduced')::int as introduced,
        count(*) filter (where status in ('active', 'paused'))::int as active
        from tandems where ${isMine} and status <> 'ended') pairs,
      (select count(*)::int as "eligibleMentors",
        coalesce(sum(greatest(0, v.capacity - coalesce(p.open, 0) - coalesce(t.open, 0))), 0)::int as "freePlaces"
        from volunteers v
          left join (select volunteer_id, count(*) as open from proposals
            where state in ('awaiting_volunteer', 'awaiting_mentee', 'awaiting_confirmation')
            group by volunteer_id) p on p.volunteer_id = v.id
          left join (select volunteer_id, count(*) as open from tandems where status <> 'ended'
            group by volunteer_id) t on t.volunteer_id = v.id
        where v.provider_id = ${scope.providerId} and v.status not in ('paused', 'left')
          and v.interviewed_on is not null and v.secrecy_version = ${current.secrecy}
          and v.agreement_version = ${current.agreement}
          and (v.certificate_id is not null or v.certificate_override_at is not null)) mentors`);
  const [row] = rows;
  if (row === undefined) throw new Error("Counting gave no row");
  return row;
}

export interface NextDateRow {
  readonly kind: "course_session" | "stammtisch" | "first_meeting";
  readonly id: string;
  readonly title: string;
  readonly startsAtMs: number;
  /** Null for a first meeting: there it is sealed in `firstMeetingSealed`. */
  readonly place: string | null;
  readonly firstMeetingSealed: string | null;
}

/** What comes up: the provider's course sessions, Stammtische and first meetings, soonest first. */
export async function listNextDates(tx: Tx, scope: Scope, now: Date, limit: number): Promise<NextDateRow[]> {
  const { rows } = await tx.execute<NextDateRow & Record<string, unknown>>(sql`
    select kind, id, title, (extract(epoch from starts_at) * 1000)::float8 as "startsAtMs", place,
      sealed as "firstMeetingSealed"
    from (
      select 'course_session' as kind, c.id, c.title || coalesce(': ' || k.title, '') as title, s.starts_at, s.place,
        null as sealed
      from course_sessions s
        join courses c on c.network_id = s.network_id and c.id = s.course_id
        left join curriculum_modules k on k.network_id = c.network_id and k.curriculum_id = c.curriculum_id
          and k.key = s.module_key
      where c.provider_id = ${scope.providerId} and s.cancelled_at is null and c.cancelled_at is null
        and s.starts_at >= ${now}
      union all
      select 'stammtisch', b.id, b.topics, b.starts_at, b.place, null
      from stammtische b where b.provider_id = ${scope.providerId} and b.cancelled_at is null and b.starts_at >= ${now}
      union all
      select 'first_meeting', t.id, m.chosen_name || ', ' || v.first_name || ' ' || v.last_name, t.first_meeting_at,
        null, t.first_meeting_sealed
      from tandems t
        join mentees m on m.network_id = t.network_id and m.id = t.mentee_id
        join volunteers v on v.network_id = t.network_id and v.id = t.volunteer_id
      where t.provider_id = ${scope.providerId} and t.status = 'introduced' and t.first_meeting_at >= ${now}
        and t.mentee_id <> all(${sql.param([...scope.hiddenMenteeIds])}::uuid[])
    ) dates
    order by starts_at, id limit ${limit}`);
  return rows;
}

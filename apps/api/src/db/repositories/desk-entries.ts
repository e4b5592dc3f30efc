import { sql, type SQL } from "drizzle-orm";
import { DESK_KINDS, type DeskKind } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import type { CurrentVersions } from "./eligibility.ts";

/** Facts that fill a sentence on the desk: codes, counts and ids. */
export type DeskFacts = Record<string, string | number | boolean | null>;

export interface DeskEntryRow {
  readonly kind: DeskKind;
  readonly id: string;
  readonly name: string;
  readonly sinceMs: number;
  readonly priority: boolean;
  readonly facts: DeskFacts;
  /** How many there are of this kind, shown or not. */
  readonly ofKind: number;
}

interface DeskQuestion {
  readonly providerId: string;
  readonly hiddenMenteeIds: readonly string[];
  readonly now: Date;
  readonly current: CurrentVersions;
  readonly perKind: number;
}

/** Somebody who was asked gets this long before a coordinator asks again. */
const QUIET_DAYS = 3;
/** A signature may take this long after the interview. */
const STEP_DAYS = 7;
/** So long somebody counts as newly eligible. */
const NEWLY_ELIGIBLE_DAYS = 60;

const days = (count: number) => sql`make_interval(days => ${count}::int)`;

type Fragment = (question: DeskQuestion) => SQL;

const requestsIn =
  (status: "submitted" | "clarified" | "open"): Fragment =>
  ({ providerId }) => sql`
    select r.id, m.chosen_name as name, r.submitted_at as since, r.priority, r.mentee_id,
      json_build_object('requestKind', r.kind, 'via', r.via) as facts
    from mentor_requests r join mentees m on m.network_id = r.network_id and m.id = r.mentee_id
    where r.provider_id = ${providerId} and r.status = ${status}`;

const volunteersWhere = (providerId: string, since: SQL, facts: SQL, condition: SQL) => sql`
  select v.id, v.first_name || ' ' || v.last_name as name, ${since} as since, false as priority,
    null::uuid as mentee_id, ${facts} as facts
  from volunteers v where v.provider_id = ${providerId} and ${condition}`;

const noFacts = sql`'{}'::json`;
/** Minutes in each module of a curriculum that is still part of it, as `courseProgress` counts them. */
const attendedModules = sql`
  select a.network_id, a.volunteer_id, k.curriculum_id, k.key, k.compulsory, max(s.starts_at) as last_at,
    least(round(k.hours * 60), sum(greatest(0,
      round(extract(epoch from s.ends_at - s.starts_at) / 60) - a.late_minutes - a.left_early_minutes))) as minutes
  from attendances a
    join course_sessions s on s.network_id = a.network_id and s.id = a.session_id
    join courses c on c.network_id = s.network_id and c.id = s.course_id
    join curriculum_modules k on k.network_id = c.network_id and k.curriculum_id = c.curriculum_id
      and k.key = s.module_key and k.retired_at is null
  where a.mark = 'present'
  group by a.network_id, a.volunteer_id, k.curriculum_id, k.key, k.compulsory, k.hours`;

const FRAGMENTS = {
  ready_to_confirm: ({ providerId }) => sql`
    select p.id, m.chosen_name as name, p.mentee_answered_at as since, false as priority, p.mentee_id, ${noFacts} as facts
    from proposals p join mentees m on m.network_id = p.network_id and m.id = p.mentee_id
    where p.provider_id = ${providerId} and p.state = 'awaiting_confirmation'`,
  new_request: requestsIn("submitted"),
  clarified_request: requestsIn("clarified"),
  waiting_longest: requestsIn("open"),
  first_meeting_past: ({ providerId, now }) => sql`
    select t.id, m.chosen_name as name, t.first_meeting_at as since, false as priority, t.mentee_id, ${noFacts} as facts
    from tandems t join mentees m on m.network_id = t.network_id and m.id = t.mentee_id
    where t.provider_id = ${providerId} and t.status = 'introduced' and t.first_meeting_at < ${now}`,
  proposal_unanswered: ({ providerId, now }) => sql`
    select p.id, case p.state when 'awaiting_mentee' then m.chosen_name else v.first_name || ' ' || v.last_name end as name,
      coalesce(p.volunteer_answered_at, p.created_at) as since, false as priority, p.mentee_id,
      json_build_object('side', case p.state when 'awaiting_mentee' then 'mentee' else 'volunteer' end,
        'daysLeft', ceil(extract(epoch from p.answer_by - ${now}::timestamptz) / 86400)) as facts
    from proposals p
      join mentees m on m.network_id = p.network_id and m.id = p.mentee_id
      join volunteers v on v.network_id = p.network_id and v.id = p.volunteer_id
    where p.provider_id = ${providerId} and p.state in ('awaiting_volunteer', 'awaiting_mentee')
      and p.answer_by >= ${now} and coalesce(p.volunteer_answered_at, p.created_at) < ${now}::timestamptz - ${days(QUIET_DAYS)}`,
  new_volunteer: ({ providerId }) => volunteersWhere(providerId, sql`v.created_at`, noFacts, sql`v.status = 'applied'`),
  certificate_due: ({ providerId }) => sql`
    select v.id, v.first_name || ' ' || v.last_name as name, max(d.last_at) as since, false as priority,
      null::uuid as mentee_id, ${noFacts} as facts
    from volunteers v
      join (${attendedModules}) d on d.network_id = v.network_id and d.volunteer_id = v.id and d.minutes > 0
      join curricula u on u.network_id = d.network_id and u.id = d.curriculum_id and u.purpose = 'course'
      join lateral (
        select count(*) filter (where m.compulsory) as compulsory, ceil(sum(m.hours) * 60 * u.min_hours_percent / 100) as minutes
        from curriculum_modules m
        where m.network_id = u.network_id and m.curriculum_id = u.id and m.retired_at is null
      ) needed on true
    where v.provider_id = ${providerId} and v.status not in ('left', 'paused') and v.certificate_id is null
    group by v.id, v.first_name, v.last_name, u.id, needed.compulsory, needed.minutes
    having count(*) filter (where d.compulsory) = needed.compulsory and sum(d.minutes) >= needed.minutes`,
  became_eligible: ({ providerId, now }) =>
    volunteersWhere(
      providerId,
      sql`v.eligible_since`,
      noFacts,
      sql`v.status not in ('left', 'paused') and v.eligible_since > ${now}::timestamptz - ${days(NEWLY_ELIGIBLE_DAYS)}
        and not exists (select 1 from tandems t where t.network_id = v.network_id and t.volunteer_id = v.id)
        and not exists (select 1 from proposals p where p.network_id = v.network_id and p.volunteer_id = v.id
          and p.state in ('awaiting_volunteer', 'awaiting_mentee', 'awaiting_confirmation'))`,
    ),
  missing_step: ({ providerId, now, current }) =>
    volunteersWhere(
      providerId,
      sql`v.interviewed_on::timestamptz`,
      sql`json_build_object('missing', concat_ws(',',
        case when v.secrecy_version is distinct from ${current.secrecy}::int then 'secrecy_declaration' end,
        case when v.agreement_version is distinct from ${current.agreement}::int then 'agreement' end))`,
      sql`v.status in ('interviewed', 'in_training') and v.interviewed_on < ${now}::timestamptz - ${days(STEP_DAYS)}
        and (v.secrecy_version is distinct from ${current.secrecy}::int
          or v.agreement_version is distinct from ${current.agreement}::int)`,
    ),
  mail_failed: ({ providerId }) => sql`
    select e.id, coalesce(m.chosen_name, v.first_name || ' ' || v.last_name, a.display_name, '') as name,
      e.created_at as since, false as priority, m.id as mentee_id,
      json_build_object('template', e.template, 'recipientKind', e.recipient_kind,
        'subjectId', coalesce(r.id, v.id)) as facts
    from mails e
      left join mentees m on e.recipient_kind = 'mentee' and m.network_id = e.network_id and m.id = e.recipient_id
      left join lateral (select id from mentor_requests r where r.network_id = m.network_id and r.mentee_id = m.id
        order by r.submitted_at desc limit 1) r on true
      left join volunteers v on e.recipient_kind = 'volunteer' and v.network_id = e.network_id and v.id = e.recipient_id
      left join accounts a on e.recipient_kind = 'account' and a.network_id = e.network_id and a.id = e.recipient_id
    where e.provider_id = ${providerId} and e.status = 'failed'`,
} satisfies Record<DeskKind, Fragment>;

/** Everything that needs a coordinator, in one query: the most urgent of each kind and how many there are. */
export async function listDeskEntries(tx: Tx, question: DeskQuestion): Promise<DeskEntryRow[]> {
  const hidden = sql.param([...question.hiddenMenteeIds]);
  const parts = DESK_KINDS.map(
    (
      kind,
    ) => sql`(select ${kind}::text as kind, x.id, x.name, (extract(epoch from x.since) * 1000)::float8 as "sinceMs",
      x.priority, x.facts, (count(*) over ())::int as "ofKind"
      from (${FRAGMENTS[kind](question)}) x
      where x.mentee_id is null or x.mentee_id <> all(${hidden}::uuid[])
      order by x.priority desc, x.since, x.id limit ${question.perKind})`,
  );
  const { rows } = await tx.execute<DeskEntryRow & Record<string, unknown>>(sql.join(parts, sql` union all `));
  return rows;
}

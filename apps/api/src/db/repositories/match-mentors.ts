import { sql } from "drizzle-orm";
import {
  eligibilityGaps,
  type AgeBand,
  type Gender,
  type SpokenLanguage,
  type VolunteerStatus,
} from "@augenhoehe/domain";
import type { MatchMentor } from "@augenhoehe/domain/matching";
import type { Tx } from "../client.ts";
import { preparedOn } from "../prepared-on.ts";
import type { StoredMentorWishes } from "../schema/people.ts";
import type { CurrentVersions } from "./eligibility.ts";

/** One volunteer as the database lays them out for matching: no names, no contact, nothing sealed. */
type MentorTuple = readonly [
  id: string,
  status: VolunteerStatus,
  languages: readonly SpokenLanguage[],
  district: string | null,
  reachKm: number | null,
  slots: number | null,
  topics: readonly string[],
  interests: readonly string[],
  gender: Gender | null,
  ageBand: AgeBand | null,
  wishes: StoredMentorWishes,
  isInterviewed: boolean,
  secrecyVersion: number | null,
  agreementVersion: number | null,
  hasCertificate: boolean,
  certificateOverride: boolean,
  capacity: number,
  openProposals: number,
  openTandems: number,
];

/** What a transaction sees of the mentors, and how far it sees. */
interface Seen {
  /** The database's own note of which transactions are visible. */
  readonly snapshot: string;
  /** Which database, since when: snapshots of another one say nothing. */
  readonly database: string;
  /** The transaction has written or locked something: what it sees may never become true. */
  readonly isWriting: boolean;
  readonly mentors: readonly MentorTuple[];
}

interface MentorNews extends Seen {
  /** Volunteers about whom something has changed; `mentors` has those of them who are still there. */
  readonly changedIds: readonly string[];
  /** Texts, weights or districts have changed, or nobody remembers what has: only reading everybody anew will do. */
  readonly everythingChanged: boolean;
}

const IS_OPEN_PROPOSAL = sql`state in ('awaiting_volunteer', 'awaiting_mentee', 'awaiting_confirmation')`;
const IS_OPEN_TANDEM = sql`status <> 'ended'`;
const COLUMNS = sql`v.id, v.status, v.languages, v.district, v.reach_km, v.slots, v.topics, v.interests, v.gender,
  v.age_band, v.wishes, v.interviewed_on is not null, v.secrecy_version, v.agreement_version,
  v.certificate_id is not null, v.certificate_override_at is not null, v.capacity`;
const NETWORK_ID = sql.placeholder("networkId");
const PROVIDER_ID = sql.placeholder("providerId");
const IS_OWN = sql`v.network_id = ${NETWORK_ID} and v.provider_id = ${PROVIDER_ID} and v.status <> 'left'`;
const SEEN = sql`pg_current_snapshot()::text as snapshot, pg_current_xact_id_if_assigned() is not null as is_writing,
  concat_ws('/', pg_postmaster_start_time(), (select oid from pg_database where datname = current_database()))
    as database`;

const seenColumns = {
  snapshot: sql<string>`snapshot`,
  database: sql<string>`database`,
  isWriting: sql<boolean>`is_writing`,
  mentors: sql<MentorTuple[]>`mentors`,
};

const allMentors = preparedOn((tx) =>
  tx
    .select(seenColumns)
    .from(
      sql`(select ${SEEN}, (select coalesce(json_agg(json_build_array(${COLUMNS},
          coalesce(p.open, 0), coalesce(t.open, 0))), '[]')
        from volunteers v
        left join (select volunteer_id, count(*)::int as open from proposals
          where network_id = ${NETWORK_ID} and ${IS_OPEN_PROPOSAL} group by volunteer_id) p on p.volunteer_id = v.id
        left join (select volunteer_id, count(*)::int as open from tandems
          where network_id = ${NETWORK_ID} and ${IS_OPEN_TANDEM} group by volunteer_id) t on t.volunteer_id = v.id
        where ${IS_OWN}) as mentors) everybody`,
    )
    .prepare("match_mentors"),
);

/** All volunteers of a provider who have not left, with everything scoring needs; sealed facts as favourable. */
export async function readMentors(tx: Tx, providerId: string): Promise<Seen> {
  const [row] = await allMentors(tx).execute({ networkId: tx.networkId, providerId });
  if (row === undefined) throw new Error("A statement without FROM has one row");
  return row;
}

/**
 * An entry is news when its transaction was not visible then; the index finds those not older than the oldest that was
 * still running. Entries of transactions that are yet to come, except the own one, are from another database. Changed
 * volunteers are looked up one by one: whatever the planner believes, it costs nothing when nobody has changed.
 */
const mentorNews = preparedOn((tx) =>
  tx
    .select({
      ...seenColumns,
      changedIds: sql<string[]>`changed_ids`,
      everythingChanged: sql<boolean>`everything_changed`,
    })
    .from(
      sql`(with changed as materialized (
        select volunteer_id from mentor_changes
        where network_id = ${NETWORK_ID} and transaction >= pg_snapshot_xmin(${sql.placeholder("snapshot")}::pg_snapshot)
          and (transaction < pg_snapshot_xmax(pg_current_snapshot())
            or transaction = pg_current_xact_id_if_assigned())
          and (pruned or not pg_visible_in_snapshot(transaction, ${sql.placeholder("snapshot")}::pg_snapshot)))
        select ${SEEN},
          (select coalesce(json_agg(distinct volunteer_id), '[]') from changed where volunteer_id is not null)
            as changed_ids,
          exists (select from changed where volunteer_id is null) as everything_changed,
          (select coalesce(json_agg(json_build_array(${COLUMNS},
              (select count(*) from proposals p
                where p.network_id = v.network_id and p.volunteer_id = v.id and ${IS_OPEN_PROPOSAL}),
              (select count(*) from tandems t
                where t.network_id = v.network_id and t.volunteer_id = v.id and t.${IS_OPEN_TANDEM}))), '[]')
            from (select distinct volunteer_id as id from changed) c
            cross join lateral (select * from volunteers where network_id = ${NETWORK_ID} and id = c.id limit 1) v
            where ${IS_OWN}) as mentors) news`,
    )
    .prepare("mentor_news"),
);

/** What has changed since a snapshot, as this transaction sees it: its own changes and those it may know of. */
export async function readMentorNews(tx: Tx, providerId: string, snapshot: string): Promise<MentorNews> {
  const [row] = await mentorNews(tx).execute({ networkId: tx.networkId, providerId, snapshot });
  if (row === undefined) throw new Error("A statement without FROM has one row");
  return row;
}

/** The only place where a stored volunteer becomes an input of the matcher. */
export function mentorOf(tuple: MentorTuple, current: CurrentVersions): MatchMentor {
  const [id, status, languages, district, reachKm, slots, topics, interests, gender, ageBand, wishes, ...rest] = tuple;
  const [isInterviewed, secrecyVersion, agreementVersion, hasCertificate, certificateOverride, ...load] = rest;
  const [capacity, openProposals, openTandems] = load;
  return {
    id,
    languages,
    district,
    reachKm,
    slots,
    topics,
    interests,
    gender,
    ageBand,
    wishes,
    gaps: eligibilityGaps({
      status,
      interviewed: isInterviewed,
      secrecySignedVersion: secrecyVersion,
      secrecyCurrentVersion: current.secrecy,
      agreementSignedVersion: agreementVersion,
      agreementCurrentVersion: current.agreement,
      hasValidCertificate: hasCertificate,
      certificateOverride,
    }),
    hasValidFuehrungszeugnis: true,
    clearedForProtected: true,
    paused: status === "paused",
    openTandems,
    openProposals,
    capacity,
  };
}

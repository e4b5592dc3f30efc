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

interface LoadedPool {
  readonly fingerprint: string;
  readonly mentors: readonly MatchMentor[];
}

/** Pools as last read, by provider and text versions, the longest unused first. Never trusted without its fingerprint. */
const loadedPools = new Map<string, LoadedPool>();
const REMEMBERED_MENTORS = 60_000;

/**
 * All volunteers of a provider who have not left, with everything scoring needs, in one query. The query first says
 * which row versions this transaction sees (`xmin` of every volunteer, open proposal and open tandem, hashed); only
 * when that differs from what this process read last does it lay them out anew, as one value. So what is remembered
 * is never older than the database, whichever process wrote. What is sealed is taken as favourable here; whoever
 * needs to know looks closer at the few it matters for (`openSealedFacts`).
 */
export async function loadMatchMentors(
  tx: Tx,
  providerId: string,
  current: CurrentVersions,
): Promise<readonly MatchMentor[]> {
  const key = `${tx.networkId}/${providerId}/${current.secrecy}/${current.agreement}`;
  const known = loadedPools.get(key);
  const query = tx
    .select({
      fingerprint: sql<string>`seen.fingerprint`,
      mentors: sql<MentorTuple[] | null>`case when seen.fingerprint = ${sql.placeholder("known")} then null else
        (select coalesce(json_agg(json_build_array(v.id, v.status, v.languages, v.district, v.reach_km, v.slots,
          v.topics, v.interests, v.gender, v.age_band, v.wishes, v.interviewed_on is not null, v.secrecy_version,
          v.agreement_version, v.certificate_id is not null, v.certificate_override_at is not null, v.capacity,
          coalesce(p.open, 0), coalesce(t.open, 0))), '[]')
        from volunteers v
        left join (select volunteer_id, count(*)::int as open from proposals
          where network_id = ${sql.placeholder("networkId")} and ${isOpenProposal} group by volunteer_id) p
          on p.volunteer_id = v.id
        left join (select volunteer_id, count(*)::int as open from tandems
          where network_id = ${sql.placeholder("networkId")} and status <> 'ended' group by volunteer_id) t
          on t.volunteer_id = v.id
        where v.network_id = ${sql.placeholder("networkId")} and v.provider_id = ${sql.placeholder("providerId")}
          and v.status <> 'left') end`,
    })
    .from(
      sql`(select concat_ws('/', current_database(),
        (select ${ROW_VERSIONS} from volunteers
          where network_id = ${sql.placeholder("networkId")} and provider_id = ${sql.placeholder("providerId")}),
        (select ${ROW_VERSIONS} from proposals
          where network_id = ${sql.placeholder("networkId")} and ${isOpenProposal}),
        (select ${ROW_VERSIONS} from tandems
          where network_id = ${sql.placeholder("networkId")} and status <> 'ended')) as fingerprint) seen`,
    )
    .prepare("match_mentors");
  const [row] = await query.execute({ networkId: tx.networkId, providerId, known: known?.fingerprint ?? "" });
  if (row === undefined) return [];
  const isSame = row.mentors === null && known !== undefined;
  const mentors = isSame ? known.mentors : (row.mentors ?? []).map((tuple) => mentorOf(tuple, current));
  remember(key, { fingerprint: row.fingerprint, mentors });
  return mentors;
}

/** Order does not matter, and no two rows share an id: equal only when the very same row versions are seen. */
const ROW_VERSIONS = sql`count(*) || ':' || coalesce(bit_xor(hashtextextended(id::text || xmin::text, 0)), 0)`;

const isOpenProposal = sql`state in ('awaiting_volunteer', 'awaiting_mentee', 'awaiting_confirmation')`;

function remember(key: string, pool: LoadedPool): void {
  loadedPools.delete(key);
  loadedPools.set(key, pool);
  let mentors = loadedPools.values().reduce((sum, remembered) => sum + remembered.mentors.length, 0);
  for (const [oldest, { mentors: forgotten }] of loadedPools) {
    if (mentors <= REMEMBERED_MENTORS || oldest === key) return;
    loadedPools.delete(oldest);
    mentors -= forgotten.length;
  }
}

/** The only place where a stored volunteer becomes an input of the matcher. */
function mentorOf(tuple: MentorTuple, current: CurrentVersions): MatchMentor {
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

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

/**
 * All volunteers of a provider who have not left, with everything scoring needs, in one query and one value: open
 * proposals and tandems are counted in the same snapshot. What is sealed is taken as favourable here; whoever needs to
 * know looks closer at the few it matters for (`openSealedFacts`).
 */
export async function loadMatchMentors(tx: Tx, providerId: string, current: CurrentVersions): Promise<MatchMentor[]> {
  const query = tx
    .select({
      mentors: sql<
        MentorTuple[]
      >`coalesce(json_agg(json_build_array(v.id, v.status, v.languages, v.district, v.reach_km, v.slots,
        v.topics, v.interests, v.gender, v.age_band, v.wishes, v.interviewed_on is not null, v.secrecy_version,
        v.agreement_version, v.certificate_id is not null, v.certificate_override_at is not null, v.capacity,
        coalesce(p.open, 0), coalesce(t.open, 0))), '[]')`,
    })
    .from(
      sql`volunteers v
        left join (select volunteer_id, count(*)::int as open from proposals
          where network_id = ${sql.placeholder("networkId")}
            and state in ('awaiting_volunteer', 'awaiting_mentee', 'awaiting_confirmation')
          group by volunteer_id) p on p.volunteer_id = v.id
        left join (select volunteer_id, count(*)::int as open from tandems
          where network_id = ${sql.placeholder("networkId")} and status <> 'ended'
          group by volunteer_id) t on t.volunteer_id = v.id`,
    )
    .where(
      sql`v.network_id = ${sql.placeholder("networkId")} and v.provider_id = ${sql.placeholder("providerId")}
        and v.status <> 'left'`,
    )
    .prepare("match_mentors");
  const [row] = await query.execute({ networkId: tx.networkId, providerId });
  return (row?.mentors ?? []).map((tuple) => mentorOf(tuple, current));
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

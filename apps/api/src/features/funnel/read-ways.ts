import type { FUNNEL_PERIODS } from "@augenhoehe/contract";
import {
  addMonths,
  attendedMinutes,
  completedAt,
  wayOf,
  type DoneAt,
  type EligibilityFacts,
  type SessionMark,
  type WayFacts,
  type WayOfPerson,
} from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { eligibilityFactsOf, readCurrentVersions, type CurrentVersions } from "../../db/repositories/eligibility.ts";
import {
  listCourseCurricula,
  listPresences,
  listWayPeople,
  listWayTraces,
  readCertifyingSessions,
  type CertifyingSession,
  type Presence,
  type Trace,
} from "../../db/repositories/funnel-rows.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { StaffActor } from "../../http/policy.ts";
import { instantOf, localDayOf } from "../../local-time.ts";

type Period = (typeof FUNNEL_PERIODS)[number];

type PersonRow = Awaited<ReturnType<typeof listWayPeople>>[number];

export interface PersonOnTheWay extends WayOfPerson {
  readonly row: PersonRow;
  readonly marks: readonly (SessionMark & { readonly curriculumId: string })[];
}

/** Everybody of the own provider who signed up in the period, and where each of them stands. */
export async function readWays(tx: Tx, actor: StaffActor, period: Period, now: Date): Promise<PersonOnTheWay[]> {
  const timeZone = await readTimeZone(tx);
  const cohort = { providerId: actor.providerId, since: beginOf(period, timeZone, now) };
  const current = await readCurrentVersions(tx);
  const rows = await listWayPeople(tx, cohort);
  const tracesOf = Map.groupBy(await listWayTraces(tx, current, now), ({ volunteerId }) => volunteerId);
  const sessions = await readCertifyingSessions(tx);
  const presencesOf = Map.groupBy(await listPresences(tx), ({ volunteerId }) => volunteerId);
  const curricula = await listCourseCurricula(tx);
  const noon = noonIn(timeZone);
  return rows.map((row) => {
    const marks = (presencesOf.get(row.id) ?? []).flatMap((presence) => {
      const session = sessions.get(presence.sessionId);
      return session === undefined ? [] : [sessionMark(session, presence)];
    });
    const times = [...curricula].flatMap(([id, curriculum]) => {
      const own = marks.filter(({ curriculumId }) => curriculumId === id);
      return own.length === 0 ? [] : (completedAt(curriculum, own) ?? []);
    });
    const traces = new Map((tracesOf.get(row.id) ?? []).map(({ trace, atMs }) => [trace, new Date(atMs)]));
    return { row, marks, ...wayOf(factsOf(row, { traces, marks, completeAt: earliest(times), current, noon })) };
  });
}

interface Known {
  readonly traces: ReadonlyMap<Trace, Date>;
  readonly marks: readonly SessionMark[];
  readonly completeAt: Date | null;
  readonly current: CurrentVersions;
  readonly noon: (day: string) => Date;
}

function factsOf(row: PersonRow, { traces, marks, completeAt, current, noon }: Known): WayFacts {
  const facts = eligibilityFactsOf(row, current);
  const hasSigned =
    facts.secrecySignedVersion === current.secrecy && facts.agreementSignedVersion === current.agreement;
  return {
    status: row.status,
    signedUpAt: row.signedUpAt,
    interviewed: row.interviewedOn === null ? null : noon(row.interviewedOn),
    place: placedAt(traces),
    firstSession: earliest(marks.filter(({ minutes }) => minutes > 0).map(({ heldAt }) => heldAt)),
    complete: completeAt,
    certificate: certificateAt(row, facts, traces),
    declarations: hasSigned ? laterOf(traces.get("secrecy"), traces.get("agreement")) : null,
  };
}

/** When the place was given, by the log; where that is silent, when it was asked for. */
function placedAt(traces: ReadonlyMap<Trace, Date>): Date | null {
  const asked = traces.get("place");
  if (asked === undefined) return null;
  const logged = traces.get("place_logged");
  return logged !== undefined && logged > asked ? logged : asked;
}

function certificateAt(
  { certificateOverrideAt }: PersonRow,
  { hasValidCertificate, certificateOverride }: EligibilityFacts,
  traces: ReadonlyMap<Trace, Date>,
): DoneAt {
  if (hasValidCertificate) return traces.get("certificate") ?? "unknown";
  return certificateOverride ? (certificateOverrideAt ?? "unknown") : null;
}

function laterOf(a: Date | undefined, b: Date | undefined): DoneAt {
  if (a === undefined || b === undefined) return "unknown";
  return a > b ? a : b;
}

const sessionMark = (
  { courseId, curriculumId, moduleKey, startsAt, endsAt }: CertifyingSession,
  { lateMinutes, leftEarlyMinutes }: Presence,
) => ({
  courseId,
  curriculumId,
  moduleKey,
  heldAt: startsAt,
  mark: "present" as const,
  minutes: attendedMinutes({ startsAt, endsAt }, { mark: "present", lateMinutes, leftEarlyMinutes }),
});

function beginOf(period: Period, timeZone: string, now: Date): Date | null {
  if (period === "all") return null;
  return instantOf(`${addMonths(localDayOf(now, timeZone), -Number(period))}T00:00`, timeZone);
}

/** Days are told without a time; noon stands for them. Each is worked out once. */
function noonIn(timeZone: string): (day: string) => Date {
  const known = new Map<string, Date>();
  return (day) => {
    const noon = known.get(day) ?? instantOf(`${day}T12:00`, timeZone);
    known.set(day, noon);
    return noon;
  };
}

function earliest(times: readonly Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())));
}

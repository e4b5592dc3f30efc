import type { FUNNEL_PERIODS } from "@augenhoehe/contract";
import {
  addMonths,
  attendedMinutes,
  completedAt,
  wayOf,
  type DoneAt,
  type SessionMark,
  type WayOfPerson,
} from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { eligibilityFactsOf, readCurrentVersions, type CurrentVersions } from "../../db/repositories/eligibility.ts";
import {
  listCourseCurricula,
  listWayMarks,
  listWayRows,
  type WayMark,
  type WayRow,
} from "../../db/repositories/funnel-rows.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { StaffActor } from "../../http/policy.ts";
import { instantOf, localDayOf } from "../../local-time.ts";

type Period = (typeof FUNNEL_PERIODS)[number];

export interface PersonOnTheWay extends WayOfPerson {
  readonly row: WayRow;
  readonly marks: readonly (SessionMark & { readonly curriculumId: string })[];
}

/** Everybody of the own provider who signed up in the period, and where each of them stands. */
export async function readWays(tx: Tx, actor: StaffActor, period: Period, now: Date): Promise<PersonOnTheWay[]> {
  const timeZone = await readTimeZone(tx);
  const cohort = { providerId: actor.providerId, since: beginOf(period, timeZone, now) };
  const current = await readCurrentVersions(tx);
  const rows = await listWayRows(tx, cohort, current, now);
  const marksOf = Map.groupBy(await listWayMarks(tx, cohort), ({ volunteerId }) => volunteerId);
  const curricula = await listCourseCurricula(tx);
  const noon = noonIn(timeZone);
  return rows.map((row) => {
    const marks = (marksOf.get(row.id) ?? []).map(sessionMark);
    const times = [...curricula].flatMap(([id, curriculum]) => {
      const own = marks.filter(({ curriculumId }) => curriculumId === id);
      return own.length === 0 ? [] : (completedAt(curriculum, own) ?? []);
    });
    return { row, marks, ...wayOf(factsOf(row, { marks, completeAt: earliest(times), current, noon })) };
  });
}

interface Traces {
  readonly marks: readonly SessionMark[];
  readonly completeAt: Date | null;
  readonly current: CurrentVersions;
  readonly noon: (day: string) => Date;
}

function factsOf(row: WayRow, { marks, completeAt, current, noon }: Traces) {
  const facts = eligibilityFactsOf(row, current);
  const hasSigned =
    facts.secrecySignedVersion === current.secrecy && facts.agreementSignedVersion === current.agreement;
  const signedAt = row.secrecyAt === null || row.agreementAt === null ? null : later(row.secrecyAt, row.agreementAt);
  return {
    status: row.status,
    signedUpAt: row.signedUpAt,
    interviewed: row.interviewedOn === null ? null : noon(row.interviewedOn),
    place: row.placedAt,
    firstSession: earliest(marks.filter(({ minutes }) => minutes > 0).map(({ heldAt }) => heldAt)),
    complete: completeAt,
    certificate: certificateAt(row, facts),
    declarations: hasSigned ? (signedAt ?? ("unknown" as const)) : null,
  };
}

function certificateAt(
  { certifiedAt, certificateOverrideAt }: WayRow,
  { hasValidCertificate, certificateOverride }: { hasValidCertificate: boolean; certificateOverride: boolean },
): DoneAt {
  if (hasValidCertificate) return certifiedAt ?? "unknown";
  return certificateOverride ? (certificateOverrideAt ?? "unknown") : null;
}

const sessionMark = ({ startsAt, endsAt, lateMinutes, leftEarlyMinutes, ...mark }: WayMark) => ({
  courseId: mark.courseId,
  curriculumId: mark.curriculumId,
  moduleKey: mark.moduleKey,
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

const later = (a: Date, b: Date): Date => (a > b ? a : b);

function earliest(times: readonly Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())));
}

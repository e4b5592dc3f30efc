import type { FunderProof, ProofSums, RosterProofRow } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "#lib/server/format.ts";

const MARK_LABELS = {
  present: m.proofs_mark_present,
  absent: m.proofs_mark_absent,
  unmarked: m.proofs_mark_unmarked,
} satisfies Record<RosterProofRow["mark"], () => string>;

const MARK_TONES = { present: "done", absent: "plain", unmarked: "waiting" } as const;

export const hoursInWords = (minutes: number, f: Formats): string => f.number(Math.round((minutes / 60) * 100) / 100);

/** „Dienstag, 14. März 2027, 18:00–20:00“ */
export const dateInWords = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }, f: Formats): string =>
  m.training_when({ day: f.weekdayDate(startsAt), from: f.time(startsAt), to: f.time(endsAt) });

export const rosterRows = (rows: readonly RosterProofRow[], f: Formats) =>
  rows.map((row) => ({
    id: `${row.sessionId} ${row.volunteerId}`,
    sessionId: row.sessionId,
    volunteerId: row.volunteerId,
    name: row.name,
    provider: row.providerName,
    course: row.courseTitle,
    module: row.moduleTitle,
    place: row.place,
    when: dateInWords(row, f),
    mark: MARK_LABELS[row.mark](),
    tone: MARK_TONES[row.mark],
    minutes: row.mark === "present" ? f.number(row.minutes) : "",
    guest: row.guest ? m.proofs_guest() : null,
  }));
export type RosterLine = ReturnType<typeof rosterRows>[number];

export interface Sum {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
}

export const rosterSums = ({ sessions, people, visits, visitMinutes }: ProofSums, f: Formats): Sum[] => [
  { label: m.proofs_sum_sessions(), value: f.number(sessions) },
  { label: m.proofs_sum_people(), value: f.number(people), hint: m.proofs_sum_people_hint() },
  { label: m.proofs_sum_visits(), value: f.number(visits), hint: m.proofs_sum_visits_hint() },
  { label: m.proofs_sum_visit_hours(), value: hoursInWords(visitMinutes, f) },
];

export const funderSums = ({ sums }: FunderProof, f: Formats): Sum[] => [
  { label: m.proofs_sum_measures(), value: f.number(sums.measures) },
  { label: m.proofs_sum_hours(), value: hoursInWords(sums.minutes, f) },
  ...rosterSums(sums, f),
];

export const measuresInWords = ({ measures }: FunderProof, f: Formats) =>
  measures.map((measure) => ({
    id: measure.courseId,
    title: measure.title,
    trainers: m.proofs_trainers({ count: measure.trainers }),
    places: m.proofs_places({ places: f.list(measure.places) }),
    unitLength: m.proofs_unit_length({ minutes: measure.unitMinutes }),
    dates: measure.dates.map((date) => ({
      id: date.sessionId,
      when: dateInWords(date, f),
      module: date.moduleTitle,
      place: date.place,
      hours: hoursInWords(date.minutes, f),
      units: f.number(Math.round((date.minutes / measure.unitMinutes) * 100) / 100),
      people: f.number(date.participants),
      visitHours: hoursInWords(date.participantMinutes, f),
    })),
    sum: {
      hours: hoursInWords(measure.minutes, f),
      units: f.number(Math.round(measure.units * 100) / 100),
      people: f.number(measure.participants),
      visitHours: hoursInWords(measure.participantMinutes, f),
    },
  }));
export type MeasureInWords = ReturnType<typeof measuresInWords>[number];

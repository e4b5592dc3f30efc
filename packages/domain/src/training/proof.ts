/** `unmarked`: the person has a place in the course, and nobody has entered anything for this date. */
export const ROSTER_MARKS = ["present", "absent", "unmarked"] as const;
export type RosterMark = (typeof ROSTER_MARKS)[number];

/** A date that was held. What was cancelled or is still to come proves nothing and is never among these. */
export interface HeldSession {
  readonly sessionId: string;
  readonly courseId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** One person at one held date; `minutes` as `attendedMinutes` counts them. */
export interface Visit {
  readonly sessionId: string;
  readonly volunteerId: string;
  readonly minutes: number;
}

export interface VisitFigures {
  /** Different people who were there at least once. */
  readonly people: number;
  /** People and dates: each person counts at each date they were there. */
  readonly visits: number;
  readonly visitMinutes: number;
}

/** Guests count where they were; who was there for no minute at all was not there. */
export function visitFigures(visits: readonly Visit[]): VisitFigures {
  const there = visits.filter(({ minutes }) => minutes > 0);
  return {
    people: new Set(there.map(({ volunteerId }) => volunteerId)).size,
    visits: there.length,
    visitMinutes: there.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

export interface MeasureFigures {
  readonly courseId: string;
  /** In the order they were held. */
  readonly dates: readonly {
    readonly sessionId: string;
    readonly minutes: number;
    readonly participants: number;
    readonly participantMinutes: number;
  }[];
  /** Length of all dates together, whoever was there. */
  readonly minutes: number;
  readonly participants: number;
  readonly participantMinutes: number;
}

/** Each course in numbers, the one held first before the others: as funders ask, without anybody's name. */
export function measureFigures(sessions: readonly HeldSession[], visits: readonly Visit[]): MeasureFigures[] {
  const visitsOf = Map.groupBy(visits, ({ sessionId }) => sessionId);
  const inOrder = [...sessions].sort(byStart);
  return [...Map.groupBy(inOrder, ({ courseId }) => courseId)].map(([courseId, own]) => {
    const dates = own.map((session) => {
      const figures = visitFigures(visitsOf.get(session.sessionId) ?? []);
      return {
        sessionId: session.sessionId,
        minutes: lengthMinutes(session),
        participants: figures.people,
        participantMinutes: figures.visitMinutes,
      };
    });
    const figures = visitFigures(own.flatMap(({ sessionId }) => visitsOf.get(sessionId) ?? []));
    return {
      courseId,
      dates,
      minutes: dates.reduce((sum, { minutes }) => sum + minutes, 0),
      participants: figures.people,
      participantMinutes: figures.visitMinutes,
    };
  });
}

/** Teaching units of so many minutes; parts of a unit count as parts. */
export const unitsOf = (minutes: number, unitMinutes: number): number => minutes / unitMinutes;

const lengthMinutes = ({ startsAt, endsAt }: HeldSession): number =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);

const byStart = (a: HeldSession, b: HeldSession): number =>
  a.startsAt.getTime() - b.startsAt.getTime() || (a.sessionId < b.sessionId ? -1 : 1);

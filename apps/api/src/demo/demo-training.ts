import { DEFAULT_CURRICULUM, certificateNumber } from "@augenhoehe/domain";
import type { DemoCalendar } from "./demo-calendar.ts";
import type { DemoVolunteer } from "./demo-volunteers.ts";
import type { SeededRandom } from "./seeded-random.ts";

export interface DemoSession {
  readonly id: string;
  readonly moduleKey: string;
  /** Days from today; negative when it has been held. */
  readonly day: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
}

export interface DemoCourse {
  readonly id: string;
  readonly title: string;
  readonly places: number;
  readonly createdAt: Date;
  readonly sessions: readonly DemoSession[];
}

export interface DemoEnrolment {
  readonly courseId: string;
  readonly volunteerId: string;
  readonly status: "enrolled" | "waiting";
  readonly queuedAt: Date;
  readonly lapsedAt: Date | null;
}

export interface DemoBooking {
  readonly sessionId: string;
  readonly volunteerId: string;
  readonly kind: "guest" | "excused";
  readonly createdAt: Date;
}

export interface DemoAttendance {
  readonly sessionId: string;
  readonly volunteerId: string;
  readonly mark: "present" | "absent";
  readonly guest: boolean;
  readonly markedAt: Date;
}

export interface DemoCertificate {
  readonly id: string;
  readonly volunteerId: string;
  readonly number: string;
  /** Public code on the certificate: 28 letters and digits. */
  readonly code: string;
  readonly issuedAt: Date;
  readonly issuedDay: number;
  readonly revokedReason: string | null;
  readonly modules: readonly { readonly title: string; readonly hours: number; readonly heldOn: string }[];
}

export interface DemoTraining {
  readonly courses: readonly DemoCourse[];
  readonly enrolments: readonly DemoEnrolment[];
  readonly bookings: readonly DemoBooking[];
  readonly attendances: readonly DemoAttendance[];
  readonly certificates: readonly DemoCertificate[];
}

interface CoursePlan {
  readonly firstWeek: number;
  readonly weekday: "tue" | "wed" | "thu";
  readonly place: string;
}

const CODE_LENGTH = 28;
const MONTH = new Intl.DateTimeFormat("de-DE", { month: "long", year: "numeric", timeZone: "UTC" });
const PLACES = { east: "Haus der Begegnung", west: "Gemeindesaal am Markt" } as const;
/** Counted from this week. The last two run, and are planned with a waiting list. */
const FINISHED_COURSES: readonly CoursePlan[] = [
  { firstWeek: -92, weekday: "wed", place: PLACES.east },
  { firstWeek: -64, weekday: "thu", place: PLACES.west },
  { firstWeek: -40, weekday: "wed", place: PLACES.east },
  { firstWeek: -15, weekday: "thu", place: PLACES.west },
];
const RUNNING_COURSE: CoursePlan = { firstWeek: -2, weekday: "tue", place: PLACES.east };
const PLANNED_COURSE: CoursePlan = { firstWeek: 5, weekday: "thu", place: PLACES.west };

/** Everyone who may be proposed holds a certificate of a finished course, but for those with an override. */
export function generateTraining(
  random: SeededRandom,
  calendar: DemoCalendar,
  volunteers: readonly DemoVolunteer[],
  withoutCertificate: ReadonlySet<string>,
): DemoTraining {
  const inStage = (...stages: readonly DemoVolunteer["stage"][]) =>
    volunteers.filter(({ id, stage }) => stages.includes(stage) && !withoutCertificate.has(id));
  const trained = random.shuffled(inStage("eligible", "unsigned", "paused", "left"));
  const groupSize = Math.ceil(trained.length / FINISHED_COURSES.length);
  const finished = FINISHED_COURSES.map((plan, index) => ({
    course: planCourse(random, calendar, plan, 24),
    group: trained.slice(index * groupSize, (index + 1) * groupSize),
  }));
  const last = { course: newest(finished).course, group: inStage("missed", "uncertified") };
  const running = { course: planCourse(random, calendar, RUNNING_COURSE, 16), group: inStage("in_course") };
  const enrolled = inStage("enrolled");
  const planned = {
    course: planCourse(random, calendar, PLANNED_COURSE, enrolled.length + 1),
    group: [...enrolled, ...inStage("waiting")],
  };
  const courses = [...finished, running, planned];
  const makeUp = makeUpOf(finished);
  const attendances = [
    ...last.group.flatMap(({ id, stage }) =>
      last.course.sessions.map((session, evening) =>
        mark(session, id, stage === "missed" && evening === MISSED_EVENING ? "absent" : "present"),
      ),
    ),
    ...finished.flatMap(({ course, group }) =>
      group.flatMap((volunteer) =>
        course.sessions.map((session) =>
          mark(session, volunteer.id, makeUp.missed(session.id, volunteer.id) ? "absent" : "present"),
        ),
      ),
    ),
    ...makeUp.guests,
    ...running.group.flatMap((volunteer, index) =>
      running.course.sessions
        .filter(({ day }) => day < 0)
        .map((session, held) => mark(session, volunteer.id, held === 1 && index % 7 === 3 ? "absent" : "present")),
    ),
  ];
  return {
    courses: courses.map(({ course }) => course),
    enrolments: [...courses, last].flatMap(({ course, group }) =>
      group.map((volunteer, index) => ({
        courseId: course.id,
        volunteerId: volunteer.id,
        queuedAt: new Date(course.createdAt.getTime() + (index + 1) * 3_600_000),
        ...(course === planned.course
          ? placeInFullCourse(calendar, index, { enrolled: enrolled.length, all: group.length })
          : { status: index < course.places ? "enrolled" : "waiting", lapsedAt: null }),
      })),
    ),
    bookings: bookingsOf(calendar, { running, planned, missed: last.group }),
    attendances,
    certificates: certificatesOf(random, calendar, finished, makeUp),
  };
}

/** One place has just become free: the program asks the first of the waiting list; the last has let one pass. */
function placeInFullCourse(
  calendar: DemoCalendar,
  index: number,
  { enrolled, all }: { enrolled: number; all: number },
): Pick<DemoEnrolment, "status" | "lapsedAt"> {
  if (index < enrolled) return { status: "enrolled", lapsedAt: null };
  return { status: "waiting", lapsedAt: index === all - 1 ? calendar.at(-1, 9) : null };
}

/** Two who cannot come to one evening each of the next course, and a guest who makes up what was missed. */
function bookingsOf(
  calendar: DemoCalendar,
  { running, planned, missed }: { running: CourseGroup; planned: CourseGroup; missed: readonly DemoVolunteer[] },
): DemoBooking[] {
  const createdAt = calendar.at(-1, 18);
  const booking = (kind: DemoBooking["kind"], { course }: CourseGroup, evening: number, person?: DemoVolunteer) => {
    const session = course.sessions[evening];
    if (session === undefined || person === undefined || session.day <= 0) return [];
    return [{ sessionId: session.id, volunteerId: person.id, kind, createdAt }];
  };
  return [
    ...booking("excused", planned, MISSED_EVENING, planned.group[0]),
    ...booking("excused", planned, MISSED_EVENING + 1, planned.group[1]),
    ...booking(
      "guest",
      running,
      MISSED_EVENING,
      missed.find(({ stage }) => stage === "missed"),
    ),
  ];
}

/** Whoever missed it in the last finished course waits for another course that holds it. */
const MISSED_EVENING = 2;

function newest(courses: readonly CourseGroup[]): CourseGroup {
  const course = courses.at(-1);
  if (course === undefined) throw new Error("The demo has finished courses");
  return course;
}

interface CourseGroup {
  readonly course: DemoCourse;
  readonly group: readonly DemoVolunteer[];
}

function planCourse(random: SeededRandom, calendar: DemoCalendar, plan: CoursePlan, places: number): DemoCourse {
  const sessions = DEFAULT_CURRICULUM.modules.map((module, index) => {
    const week = plan.firstWeek + index;
    const day = calendar.daysTo(plan.weekday, week < 0 ? week : week + 1);
    return {
      id: random.uuid(),
      moduleKey: module.key,
      day,
      startsAt: calendar.at(day, 18),
      endsAt: calendar.at(day, 18 + module.hours),
      place: plan.place,
    };
  });
  const firstDay = sessions[0]?.day ?? 0;
  return {
    id: random.uuid(),
    title: `${DEFAULT_CURRICULUM.title}, ${MONTH.format(sessions[0]?.startsAt ?? calendar.now)}`,
    places,
    createdAt: calendar.at(Math.min(firstDay - 42, -4), 10),
    sessions,
  };
}

const mark = (
  session: DemoSession,
  volunteerId: string,
  presence: "present" | "absent",
  guest = false,
): DemoAttendance => ({
  sessionId: session.id,
  volunteerId,
  mark: presence,
  guest,
  markedAt: session.endsAt,
});

interface MakeUp {
  missed(sessionId: string, volunteerId: string): boolean;
  readonly guests: readonly DemoAttendance[];
  /** The day the last missing module was made up. */
  doneOn(volunteerId: string): number | null;
}

/** In each course but the last, somebody misses the third evening and comes to the next course as a guest. */
function makeUpOf(finished: readonly CourseGroup[]): MakeUp {
  const made = finished.slice(0, -1).flatMap(({ course, group }, index) => {
    const missed = course.sessions[2];
    const visited = finished[index + 1]?.course.sessions[2];
    const volunteer = group[0];
    if (missed === undefined || visited === undefined || volunteer === undefined) return [];
    return [{ missed, visited, volunteerId: volunteer.id }];
  });
  return {
    missed: (sessionId, volunteerId) =>
      made.some((entry) => entry.missed.id === sessionId && entry.volunteerId === volunteerId),
    guests: made.map(({ visited, volunteerId }) => mark(visited, volunteerId, "present", true)),
    doneOn: (volunteerId) => made.find((entry) => entry.volunteerId === volunteerId)?.visited.day ?? null,
  };
}

function certificatesOf(
  random: SeededRandom,
  calendar: DemoCalendar,
  finished: readonly CourseGroup[],
  makeUp: MakeUp,
): DemoCertificate[] {
  const countByYear = new Map<string, number>();
  return finished
    .flatMap(({ course, group }) => group.map((volunteer) => ({ course, volunteer })))
    .map(({ course, volunteer }) => {
      const madeUpDay = makeUp.doneOn(volunteer.id);
      const lastDay = course.sessions.at(-1)?.day ?? 0;
      const issuedDay = Math.max(lastDay, madeUpDay ?? lastDay) + 1;
      return { course, volunteer, madeUpDay, issuedDay };
    })
    .toSorted((a, b) => a.issuedDay - b.issuedDay)
    .map(({ course, volunteer, madeUpDay, issuedDay }) => {
      const year = calendar.day(issuedDay).slice(0, 4);
      const count = (countByYear.get(year) ?? 0) + 1;
      countByYear.set(year, count);
      return {
        id: random.uuid(),
        volunteerId: volunteer.id,
        number: certificateNumber(Number(year), count),
        code: random.uuid().replaceAll("-", "").slice(0, CODE_LENGTH),
        issuedAt: calendar.at(issuedDay, 9),
        issuedDay,
        revokedReason: volunteer.stage === "left" && count % 2 === 0 ? "Auf eigenen Wunsch zurückgegeben" : null,
        modules: DEFAULT_CURRICULUM.modules.map(({ title, hours }, index) => {
          const session = course.sessions[index];
          const missed = session !== undefined && makeUp.missed(session.id, volunteer.id);
          return { title, hours, heldOn: calendar.day((missed ? madeUpDay : session?.day) ?? issuedDay) };
        }),
      };
    });
}

import { EXAMPLE_CURRICULA, type ExampleCurriculum } from "@augenhoehe/domain";
import type { DemoRows } from "../db/repositories/demo-rows.ts";
import type { DemoCalendar } from "./demo-calendar.ts";
import type { DemoPlace } from "./demo-rows-of-people.ts";
import type { Demo } from "./generate-demo.ts";
import { seededRandom } from "./seeded-random.ts";

type TopUpRows = Pick<
  DemoRows,
  "curricula" | "curriculumModules" | "courses" | "courseTrainers" | "courseSessions" | "enrolments" | "attendances"
>;

/** The third one is left to take over: the meetings ask for it. */
const ADOPTED = ["eight_modules", "trauma", "boundaries"];
const TOP_UP_SEED = 24;
const HELD = { key: "trauma", weekday: "sat", week: -6, hour: 10, places: 14, people: 10, absent: 1 } as const;
const PLANNED = { key: "boundaries", weekday: "wed", week: 4, hour: 18, places: 12, people: 6, absent: 0 } as const;

/** A second curriculum beside the usual one; one top-up that was held, and one on the calendar. */
export function demoRowsOfTopUps(demo: Demo, calendar: DemoCalendar, place: DemoPlace): TopUpRows {
  const random = seededRandom(TOP_UP_SEED);
  const organiser = demo.definition.providers[0];
  const trainer = demo.accounts.find(({ roles }) => roles.includes("trainer"));
  if (organiser === undefined || trainer === undefined) throw new Error("A demo needs a provider and a trainer");
  const own = EXAMPLE_CURRICULA.filter(({ key }) => ADOPTED.includes(key)).map((example) => ({
    example,
    id: random.uuid(),
  }));
  const certified = new Set(demo.training.certificates.map(({ volunteerId }) => volunteerId));
  const holders = demo.mentors.filter(({ id, stage }) => stage === "eligible" && certified.has(id));
  const runs = [HELD, PLANNED].map((plan, index) => {
    const curriculum = own.find(({ example }) => example.key === plan.key);
    if (curriculum === undefined) throw new Error("The demo plans a top-up nobody wrote");
    const day = calendar.daysTo(plan.weekday, plan.week);
    const people = holders.slice(index * HELD.people, index * HELD.people + plan.people);
    return { plan, curriculum, day, people, id: random.uuid(), sessionId: random.uuid() };
  });
  return {
    curricula: own.map(({ example, id }) => ({ ...termsOf(example), id, createdAt: calendar.at(-200, 10) })),
    curriculumModules: own.flatMap(({ example, id }) =>
      example.modules.map((module, position) => ({ ...module, curriculumId: id, position })),
    ),
    courses: runs.map(({ id, curriculum, plan, day }) => ({
      id,
      providerId: place.providerId(organiser.key),
      curriculumId: curriculum.id,
      title: curriculum.example.title,
      places: plan.places,
      createdAt: calendar.at(Math.min(day - 40, -3), 10),
    })),
    courseTrainers: runs.map(({ id }) => ({ courseId: id, accountId: trainer.id })),
    courseSessions: runs.map(({ id, sessionId, curriculum: { example }, plan, day }) => ({
      id: sessionId,
      courseId: id,
      moduleKey: example.key,
      startsAt: calendar.at(day, plan.hour),
      endsAt: calendar.at(day, plan.hour + (example.modules[0]?.hours ?? 0)),
      place: "Haus der Begegnung",
      sequence: 0,
    })),
    enrolments: runs.flatMap(({ id, people, day }) =>
      people.map((person, index) => ({
        courseId: id,
        volunteerId: person.id,
        status: "enrolled" as const,
        queuedAt: calendar.at(Math.min(day - 20, -2), 8 + index),
      })),
    ),
    attendances: runs.flatMap(({ plan, people, sessionId, day }) =>
      day >= 0
        ? []
        : people.map((person, index) => ({
            sessionId,
            volunteerId: person.id,
            mark: index < plan.absent ? ("absent" as const) : ("present" as const),
            guest: false,
            markedBy: trainer.id,
            markedAt: calendar.at(day, plan.hour + 3),
          })),
    ),
  };
}

const termsOf = ({ title, purpose, topic, unitMinutes, minHoursPercent }: ExampleCurriculum) => ({
  title,
  purpose,
  topicKey: topic,
  unitMinutes,
  minHoursPercent,
});

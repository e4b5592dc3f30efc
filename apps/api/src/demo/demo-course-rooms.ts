import { MATERIAL_CONTENT_TYPES } from "@augenhoehe/domain";
import type { DemoRows } from "../db/repositories/demo-rows.ts";
import type { DemoCalendar } from "./demo-calendar.ts";
import { VISITOR_EMAILS } from "./demo-accounts.ts";
import { DEMO_HANDOUTS, onePagePdf } from "./demo-handouts.ts";
import type { DemoCourse } from "./demo-training.ts";
import type { Demo } from "./generate-demo.ts";
import { seededRandom, type SeededRandom } from "./seeded-random.ts";

type CourseRoomRows = Pick<DemoRows, "moduleMaterials" | "materialFiles" | "sessionFeedbacks" | "feedbackGiven">;

const COURSE_ROOM_SEED = 41;
/** Of the evenings held so far: one with a group to read and some held back, the others with too few. */
const ANSWERS = [7, 3, 2, 2] as const;
const GROUP = 5;
const SENTENCES = [
  [3, "Die Beispiele aus dem Jobcenter haben mir sehr geholfen."],
  [3, "Gute Stimmung, und ich weiß jetzt, wen ich anrufen kann."],
  [2, "Etwas viel auf einmal, bitte mehr Pausen."],
  [3, null],
  [1, "Zu schnell für mich. Die Folien vorher wären schön."],
  [3, "Das Rollenspiel am Ende war das Beste."],
  [2, null],
] as const;

/** Handouts and feedback of the course that runs, and of the one before. */
export function demoRowsOfCourseRooms(demo: Demo, calendar: DemoCalendar): CourseRoomRows {
  const random = seededRandom(COURSE_ROOM_SEED);
  const trainer = demo.accounts.find(({ roles }) => roles.includes("trainer"));
  const courses = demo.training.courses.filter(({ sessions }) => (sessions[0]?.day ?? 0) < 0).slice(-2);
  const materials = courses.flatMap((course) => materialsOf(random, calendar, course, trainer?.id ?? null));
  const answers = courses.flatMap((course) => answersOf(random, demo, course));
  return {
    moduleMaterials: materials.map(({ row }) => row),
    materialFiles: materials.map(({ row, bytes }) => ({ materialId: row.id, bytes })),
    sessionFeedbacks: answers.map(({ answer }) => answer),
    feedbackGiven: answers.map(({ given }) => given),
  };
}

const materialsOf = (random: SeededRandom, calendar: DemoCalendar, course: DemoCourse, uploadedBy: string | null) =>
  DEMO_HANDOUTS.map(({ moduleKey, fileName, title, lines }) => {
    const isPdf = fileName.endsWith(".pdf");
    const bytes = isPdf ? onePagePdf(title, lines) : Buffer.from([title, "", ...lines, ""].join("\n"), "utf8");
    const row = {
      id: random.uuid(),
      courseId: course.id,
      moduleKey,
      fileName,
      contentType: MATERIAL_CONTENT_TYPES[isPdf ? "pdf" : "txt"],
      sizeBytes: bytes.length,
      uploadedBy,
      uploadedAt: calendar.at((course.sessions[0]?.day ?? 0) - 2, 9),
    };
    return { row, bytes };
  });

/** Who signs in to look around has not answered yet, and may. */
function answersOf(random: SeededRandom, demo: Demo, course: DemoCourse) {
  const visitor = demo.accounts.find(({ email }) => email === VISITOR_EMAILS.learner)?.volunteerId;
  return course.sessions
    .filter(({ day }) => day < 0)
    .flatMap((session, evening) =>
      demo.training.attendances
        .filter((row) => row.sessionId === session.id && row.mark === "present" && row.volunteerId !== visitor)
        .slice(0, ANSWERS[evening] ?? 0)
        .map(({ volunteerId }, index) => {
          const [face, sentence] = SENTENCES[(index + evening) % SENTENCES.length] ?? SENTENCES[0];
          const shownWith = (ANSWERS[evening] ?? 0) >= GROUP && index < GROUP ? ("session" as const) : null;
          return {
            answer: { id: random.uuid(), sessionId: session.id, face, sentence, shownWith },
            given: { sessionId: session.id, volunteerId },
          };
        }),
    );
}

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { attendances } from "@augenhoehe/api/db/schema/attendance";
import { courses, courseSessions, courseTrainers, enrolments } from "@augenhoehe/api/db/schema/courses";
import { curricula } from "@augenhoehe/api/db/schema/curricula";
import { MODULE_KEYS, type TrainingScene } from "./training-scene.ts";
import type { TestWorld } from "./test-app.ts";

/** How somebody's evening went; left out means present from beginning to end. */
export interface Came {
  readonly volunteerId: string;
  readonly mark?: "present" | "absent";
  readonly late?: number;
  readonly early?: number;
  readonly guest?: boolean;
}

export interface HeldDate {
  /** Begin in UTC. */
  readonly at: string;
  readonly minutes: number;
  readonly module?: string;
  readonly place?: string;
  readonly cancelled?: boolean;
  readonly came?: readonly Came[];
}

export interface HeldCourse {
  readonly title?: string;
  readonly provider?: { readonly id: string };
  readonly cancelled?: boolean;
  readonly trainers?: number;
  readonly enrolled?: readonly { readonly volunteerId: string; readonly since?: string }[];
  readonly dates: readonly HeldDate[];
}

/** A course with everything that happened in it, as the rows stand afterwards. */
export async function holdCourse(world: TestWorld, scene: TrainingScene, plan: HeldCourse): Promise<string> {
  const networkId = scene.network.id;
  const courseId = randomUUID();
  await world.inTenant(networkId, async (tx) => {
    const [curriculum] = await tx.select({ id: curricula.id }).from(curricula).where(eq(curricula.isStandard, true));
    if (curriculum === undefined) throw new Error("The scene has a curriculum");
    await tx.insert(courses).values({
      networkId,
      id: courseId,
      providerId: plan.provider?.id ?? scene.caritas.id,
      curriculumId: curriculum.id,
      title: plan.title ?? "Grundkurs",
      places: 500,
      createdAt: new Date("2026-01-01T09:00:00Z"),
      cancelledAt: plan.cancelled === true ? world.clock.now : null,
    });
    if (plan.trainers !== 0)
      await tx.insert(courseTrainers).values({ networkId, courseId, accountId: scene.trainerId });
    for (const { volunteerId, since = "2026-01-05T09:00:00Z" } of plan.enrolled ?? []) {
      const queuedAt = new Date(since);
      await tx.insert(enrolments).values({ networkId, courseId, volunteerId, status: "enrolled", queuedAt });
    }
    for (const [index, date] of plan.dates.entries()) {
      const startsAt = new Date(date.at);
      const endsAt = new Date(startsAt.getTime() + date.minutes * 60_000);
      const sessionId = randomUUID();
      await tx.insert(courseSessions).values({
        networkId,
        id: sessionId,
        courseId,
        moduleKey: date.module ?? MODULE_KEYS[index % MODULE_KEYS.length] ?? "",
        startsAt,
        endsAt,
        place: date.place ?? "Haus der Begegnung",
        cancelledAt: date.cancelled === true ? startsAt : null,
        sequence: 0,
      });
      const marks = (date.came ?? []).map(({ volunteerId, mark = "present", late = 0, early = 0, guest = false }) => ({
        ...{ networkId, sessionId, volunteerId, mark, guest },
        ...{ lateMinutes: late, leftEarlyMinutes: early, markedAt: endsAt },
      }));
      if (marks.length > 0) await tx.insert(attendances).values(marks);
    }
  });
  return courseId;
}

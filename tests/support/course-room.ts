import { attendances } from "@augenhoehe/api/db/schema/attendance";
import { courseSessions, enrolments, sessionBookings } from "@augenhoehe/api/db/schema/courses";
import type { EnrolmentStatus } from "@augenhoehe/domain";
import { asc, eq } from "drizzle-orm";
import { expectOk } from "./replies.ts";
import type { TestClient } from "./test-client.ts";
import type { TestWorld } from "./test-app.ts";
import type { TrainingScene } from "./training-scene.ts";

/** A course as it stands some weeks later: rows as the other rooms of training leave them. */
export function courseRoom(world: TestWorld, { network }: TrainingScene) {
  const networkId = network.id;
  return {
    sessionsOf: (courseId: string) =>
      world.inTenant(networkId, (tx) =>
        tx
          .select()
          .from(courseSessions)
          .where(eq(courseSessions.courseId, courseId))
          .orderBy(asc(courseSessions.startsAt)),
      ),
    place: (courseId: string, volunteerId: string, status: EnrolmentStatus = "enrolled") =>
      world.inTenant(networkId, (tx) =>
        tx.insert(enrolments).values({ networkId, courseId, volunteerId, status, queuedAt: world.clock.now }),
      ),
    book: (sessionId: string, volunteerId: string, kind: "guest" | "excused") =>
      world.inTenant(networkId, (tx) =>
        tx.insert(sessionBookings).values({ networkId, sessionId, volunteerId, kind, createdAt: world.clock.now }),
      ),
    mark: (sessionId: string, volunteerId: string, mark: "present" | "absent", guest = false) =>
      world.inTenant(networkId, (tx) =>
        tx.insert(attendances).values({ networkId, sessionId, volunteerId, mark, guest, markedAt: world.clock.now }),
      ),
  };
}

export const FIRST_MODULE = "city_administration";

export const sent = (fileName: string, content: Buffer) => ({ fileName, contentBase64: content.toString("base64") });

export async function addFile(
  client: TestClient,
  courseId: string,
  content: Buffer,
  { fileName = "Merkblatt.pdf", moduleKey = FIRST_MODULE } = {},
): Promise<string> {
  const body = { moduleKey, ...sent(fileName, content) };
  return expectOk(await client.call("addMaterial", { params: { id: courseId }, body })).id;
}

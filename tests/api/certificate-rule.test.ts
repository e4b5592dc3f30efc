import fc from "fast-check";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { curriculumModules } from "@augenhoehe/api/db/schema/curricula";
import { makeCertificateScene, type CertificateScene } from "../support/certificate-scene.ts";
import { expectOk } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { sessionIdsOf } from "../support/training-scene.ts";

const PEOPLE = 3;
const RUNS = 12;

/** One thing that staff do, in no particular order. */
type Step =
  | { do: "mark"; person: number; session: number; present: boolean; late: number }
  | { do: "issue one"; person: number }
  | { do: "issue all" }
  | { do: "revoke"; person: number };

const person = fc.nat(PEOPLE - 1);
const minutes = fc.constantFrom(0, 0, 15, 60, 119, 120);
const mark = (present: boolean): fc.Arbitrary<Step> =>
  fc.record({
    do: fc.constant("mark" as const),
    person,
    session: fc.nat(3),
    present: fc.constant(present),
    late: present ? minutes : fc.constant(0),
  });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: mark(true) },
  { weight: 1, arbitrary: mark(false) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("issue one" as const), person }) },
  { weight: 1, arbitrary: fc.constant({ do: "issue all" as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("revoke" as const), person }) },
);

describe("whatever is ticked, corrected, issued and revoked, in any order", () => {
  let world: TestWorld;
  let scene: CertificateScene;

  beforeAll(async () => {
    world = await createTestApp({ rateLimits: false });
    scene = await makeCertificateScene(world);
    await scene.inNetwork((tx) =>
      tx.update(curriculumModules).set({ compulsory: false }).where(eq(curriculumModules.key, "role_and_limits")),
    );
  });
  afterAll(() => world.close());

  it("nobody ever gets a certificate that the rule forbids, or two that count", { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
        const courseId = await scene.pastCourse();
        const sessions = await sessionIdsOf(scene.trainer, courseId);
        const people: Awaited<ReturnType<typeof scene.inCourse>>[] = [];
        while (people.length < PEOPLE) people.push(await scene.inCourse(courseId));
        const attended = people.map(() => [0, 0, 0, 0]);
        const holds = people.map(() => false);
        /** The rule in other words: the first three modules, and six of eight hours. */
        const isReady = (index: number) => {
          const [first = 0, second = 0, third = 0, fourth = 0] = attended[index] ?? [];
          return Math.min(first, second, third) > 0 && first + second + third + fourth >= 360;
        };
        for (const each of steps) {
          if (each.do === "mark") {
            const mark = {
              volunteerId: people[each.person]?.id ?? "",
              mark: each.present ? ("present" as const) : ("absent" as const),
              lateMinutes: each.late,
              leftEarlyMinutes: 0,
            };
            const id = sessions[each.session] ?? "";
            expectOk(await scene.trainer.call("markAttendance", { params: { id }, body: { marks: [mark] } }));
            const times = attended[each.person];
            if (times !== undefined) times[each.session] = each.present ? 120 - each.late : 0;
          } else if (each.do === "issue one") {
            const may = isReady(each.person) && holds[each.person] === false;
            const reply = await scene.issue(courseId, people[each.person]?.id ?? "");
            expect(reply.status === 200).toBe(may);
            if (may) holds[each.person] = true;
          } else if (each.do === "issue all") {
            const due = people.flatMap((_, index) => (isReady(index) && holds[index] === false ? [index] : []));
            expect(expectOk(await scene.issueAll(courseId)).issued).toBe(due.length);
            for (const index of due) holds[index] = true;
          } else {
            const id = (await scene.volunteerRow(people[each.person]?.id ?? "")).certificateId;
            if (id !== null) expectOk(await scene.revoke(id));
            holds[each.person] = false;
          }
        }
        for (const [index, { id }] of people.entries()) {
          const standing = (await scene.certificatesOf(id)).filter(({ revokedAt }) => revokedAt === null);
          expect(standing).toHaveLength(holds[index] === true ? 1 : 0);
          expect((await scene.volunteerRow(id)).certificateId).toBe(standing[0]?.id ?? null);
        }
      }),
      { numRuns: RUNS, seed: 4 },
    ),
  );
});

import { and, desc, eq } from "drizzle-orm";
import { openCertificateCode } from "@augenhoehe/api/certificate/certificate-code";
import { certificates } from "@augenhoehe/api/db/schema/certificates";
import { curricula } from "@augenhoehe/api/db/schema/curricula";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { accounts } from "@augenhoehe/api/db/schema/platform";
import { signInAs } from "./make-network.ts";
import { expectOk } from "./replies.ts";
import type { TestWorld } from "./test-app.ts";
import { attendEverything, enrolInTime, makeTrainingScene, type TrainingScene } from "./training-scene.ts";

type Given = Parameters<TrainingScene["volunteer"]>[0];
type CurriculumChanges = Partial<typeof curricula.$inferInsert>;
export type CertificateRow = typeof certificates.$inferSelect;

/** Courses that are over, people who were there, and what became of their certificates. */
export async function makeCertificateScene(world: TestWorld) {
  const scene = await makeTrainingScene(world);
  const inNetwork = <T>(work: Parameters<typeof world.inTenant<T>>[1]) => world.inTenant(scene.network.id, work);
  const staff = { coordinator: scene.coordinator, trainer: scene.trainer };
  const signInAgain = async (role: keyof typeof staff) => {
    const rows = await inNetwork((tx) => tx.select().from(accounts).where(eq(accounts.providerId, scene.caritas.id)));
    const account = rows.find(({ roles }) => roles.includes(role));
    if (account !== undefined) staff[role] = await signInAs(world, account);
  };
  const pastCourse = () => scene.course({ firstDay: "2026-10-06" });
  const inCourse = async (courseId: string, given: Given = {}) => {
    const person = await scene.volunteer(given);
    await enrolInTime(world, person.client, courseId);
    return person;
  };
  const issue = (courseId: string, ...volunteerIds: string[]) =>
    staff.coordinator.call("issueCertificates", { params: { id: courseId }, body: { volunteerIds } });
  const issueAll = (courseId: string) =>
    staff.coordinator.call("issueCertificates", { params: { id: courseId }, body: { volunteerIds: "all" } });
  /** Newest version first. */
  const certificatesOf = (volunteerId: string): Promise<CertificateRow[]> =>
    inNetwork((tx) =>
      tx
        .select()
        .from(certificates)
        .where(eq(certificates.volunteerId, volunteerId))
        .orderBy(desc(certificates.issuedAt), desc(certificates.version)),
    );
  const onlyCertificateOf = async (volunteerId: string): Promise<CertificateRow> => {
    const rows = await certificatesOf(volunteerId);
    const [row] = rows;
    if (row === undefined || rows.length > 1) throw new Error(`${rows.length} certificates`);
    return row;
  };
  const volunteerRow = async (id: string) => {
    const [row] = await inNetwork((tx) => tx.select().from(volunteers).where(eq(volunteers.id, id)));
    if (row === undefined) throw new Error("Nobody of that id");
    return row;
  };
  return {
    ...scene,
    get coordinator() {
      return staff.coordinator;
    },
    get trainer() {
      return staff.trainer;
    },
    /** Long enough later that the coordinator and the trainer sign in again. */
    laterOn: async (at: Date) => {
      world.clock.now = at;
      await Promise.all([signInAgain("coordinator"), signInAgain("trainer")]);
    },
    inNetwork,
    pastCourse,
    inCourse,
    issue,
    issueAll,
    certificatesOf,
    onlyCertificateOf,
    volunteerRow,
    codeOf: (row: Pick<CertificateRow, "id" | "codeSealed">) => openCertificateCode(world.deps.vault, row),
    /** Somebody eligible, with the certificate that made them so. */
    holder: async (given: Given = {}) => {
      const courseId = await pastCourse();
      const person = await inCourse(courseId, { secrecyVersion: 1, agreementVersion: 1, ...given });
      await attendEverything(world, { ...scene, trainer: staff.trainer }, courseId, [person.id]);
      expectOk(await issue(courseId, person.id));
      return { courseId, person, row: await onlyCertificateOf(person.id) };
    },
    rename: (id: string, name: { firstName?: string; lastName?: string }) =>
      inNetwork((tx) => tx.update(volunteers).set(name).where(eq(volunteers.id, id))),
    changeCurriculum: (changes: CurriculumChanges) =>
      inNetwork((tx) =>
        tx
          .update(curricula)
          .set(changes)
          .where(and(eq(curricula.networkId, scene.network.id))),
      ),
    check: async (code: string) => {
      const reply = await world.anyone().call("checkCertificate", { params: { code } });
      return [reply.status, reply.raw.payload];
    },
    revoke: (id: string) =>
      staff.coordinator.call("revokeCertificate", { params: { id }, body: { reason: "Irrtümlich ausgestellt" } }),
    reissue: (id: string) => staff.coordinator.call("reissueCertificate", { params: { id } }),
    pdfOf: async (id: string): Promise<Buffer> => {
      const { raw } = await staff.coordinator.call("downloadCertificate", { params: { id } });
      if (raw.statusCode !== 200) throw new Error(`answered ${raw.statusCode}: ${raw.payload}`);
      return raw.rawPayload;
    },
  };
}
export type CertificateScene = Awaited<ReturnType<typeof makeCertificateScene>>;

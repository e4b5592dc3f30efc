import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { CourseInput } from "@augenhoehe/contract";
import { DEFAULT_CURRICULUM } from "@augenhoehe/domain";
import { defaultDeclarationTexts } from "@augenhoehe/api/networks/declaration-texts";
import { declarationTexts } from "@augenhoehe/api/db/schema/people";
import { curricula, curriculumModules } from "@augenhoehe/api/db/schema/curricula";
import {
  makeAccount,
  makeNetwork,
  makeProvider,
  signInAs,
  type TestNetwork,
  type TestProvider,
} from "./make-network.ts";
import { makeVolunteer, makeVolunteerAccount, type NewVolunteer, type TestVolunteer } from "./make-volunteer.ts";
import { expectOk } from "./replies.ts";
import type { TestClient } from "./test-client.ts";
import type { TestWorld } from "./test-app.ts";

export const MODULE_KEYS = DEFAULT_CURRICULUM.modules.map(({ key }) => key);

export interface TrainingScene {
  readonly network: TestNetwork;
  readonly caritas: TestProvider;
  readonly diakonie: TestProvider;
  /** Coordinator of Caritas, which organises the courses, and of Diakonie, which sends volunteers. */
  readonly coordinator: TestClient;
  readonly otherCoordinator: TestClient;
  readonly trainerId: string;
  readonly trainer: TestClient;
  readonly stranger: TestClient;
  volunteer(given?: Partial<NewVolunteer>): Promise<TestVolunteer & { readonly client: TestClient }>;
  /** A course of Caritas with the scene's trainer: the four modules, a week apart, from `firstDay` (18:00) on. */
  course(plan?: CoursePlan): Promise<string>;
}

export interface CoursePlan {
  readonly places?: number;
  readonly firstDay?: string;
  readonly title?: string;
}

/** A network with two providers, the default curriculum, their coordinators, a trainer, and a trainer without course. */
export async function makeTrainingScene(world: TestWorld): Promise<TrainingScene> {
  const network = await makeNetwork(world, { name: "IM-Netzwerk Musterstadt" });
  const caritas = await makeProvider(world, network, { name: "Caritas Musterstadt e. V.", shortName: "Caritas" });
  const diakonie = await makeProvider(world, network, { name: "Diakonie Musterstadt", shortName: "Diakonie" });
  await world.inTenant(network.id, async (tx) => {
    const networkId = network.id;
    const curriculumId = randomUUID();
    await tx.insert(curricula).values({
      networkId,
      id: curriculumId,
      title: DEFAULT_CURRICULUM.title,
      isStandard: true,
      createdAt: world.clock.now,
    });
    await tx
      .insert(curriculumModules)
      .values(DEFAULT_CURRICULUM.modules.map((module, position) => ({ ...module, networkId, curriculumId, position })));
    await tx
      .insert(declarationTexts)
      .values(defaultDeclarationTexts.map((text) => ({ ...text, networkId, publishedAt: world.clock.now })));
  });
  const staff = async (provider: TestProvider, role: "coordinator" | "trainer") => {
    const account = await makeAccount(world, { network, provider, roles: [role] });
    return { account, client: await signInAs(world, account) };
  };
  const coordinator = (await staff(caritas, "coordinator")).client;
  const trainer = await staff(caritas, "trainer");
  return {
    network,
    caritas,
    diakonie,
    coordinator,
    otherCoordinator: (await staff(diakonie, "coordinator")).client,
    trainerId: trainer.account.id,
    trainer: trainer.client,
    stranger: (await staff(caritas, "trainer")).client,
    volunteer: async (given = {}) => {
      const volunteer = await makeVolunteer(world, { network, provider: caritas, ...given });
      return { ...volunteer, client: await signInAs(world, await makeVolunteerAccount(world, volunteer)) };
    },
    course: async ({ places = 12, firstDay = "2026-11-10", title = "Grundkurs im Herbst" } = {}) =>
      expectOk(
        await coordinator.call("createCourse", {
          body: { title, places, trainerAccountIds: [trainer.account.id], sessions: fourSessions(firstDay) },
        }),
      ).id,
  };
}

/** Four sessions of two hours, a week apart. */
export function fourSessions(firstDay: string): z.input<typeof CourseInput>["sessions"] {
  const first = new Date(`${firstDay}T12:00:00Z`).getTime();
  return MODULE_KEYS.map((moduleKey, week) => ({
    id: null,
    moduleKey,
    startsAt: `${new Date(first + week * 7 * 86_400_000).toISOString().slice(0, 10)}T18:00`,
    minutes: 120,
    place: "Haus der Begegnung, Raum 2",
  }));
}

export async function sessionIdsOf(client: TestClient, courseId: string): Promise<string[]> {
  const { course } = expectOk(await client.call("readRoster", { params: { id: courseId } }));
  return course.sessions.map(({ id }) => id);
}

/** Marks these people present in every session; the course must be over. */
export async function attendEverything(
  world: TestWorld,
  scene: TrainingScene,
  courseId: string,
  volunteerIds: readonly string[],
): Promise<void> {
  for (const id of await sessionIdsOf(scene.trainer, courseId)) {
    expectOk(
      await scene.trainer.call("markAttendance", {
        params: { id },
        body: { marks: volunteerIds.map((volunteerId) => ({ volunteerId, mark: "present" as const })) },
      }),
    );
  }
}

/** Enrols as if it were the first of October 2026, so that a course can be over by now. */
export async function enrolInTime(world: TestWorld, client: TestClient, courseId: string): Promise<void> {
  const now = world.clock.now;
  world.clock.now = new Date("2026-10-01T10:00:00Z");
  expectOk(await client.call("enrolMe", { body: { courseId } }));
  world.clock.now = now;
}

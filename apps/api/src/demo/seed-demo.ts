import { randomUUID } from "node:crypto";
import type { Database, Tx } from "../db/client.ts";
import { insertDemoRows } from "../db/repositories/demo-rows.ts";
import { countNetworks } from "../db/repositories/networks.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { createNetwork } from "../networks/create-network.ts";
import { moenchengladbach } from "../networks/moenchengladbach.ts";
import type { NetworkDefinition } from "../networks/network-definition.ts";
import { settlePlacesAt } from "../training/plan-settling.ts";
import type { Vault } from "../vault.ts";
import { demoCalendar } from "./demo-calendar.ts";
import { demoRowsOfCourseRooms } from "./demo-course-rooms.ts";
import { demoRowsOfLetterheads, organiserLetterhead } from "./demo-letterheads.ts";
import { demoRowsOfActivities } from "./demo-rows-of-activities.ts";
import { demoRowsOfPeople, type DemoPlace } from "./demo-rows-of-people.ts";
import { demoRowsOfPairings, demoRowsOfStammtische, demoRowsOfTraining } from "./demo-rows-of-work.ts";
import { demoRowsOfTopUps } from "./demo-top-ups.ts";
import { generateDemo, type Demo } from "./generate-demo.ts";
import { planDemoReminders } from "./plan-demo-reminders.ts";

export interface SeedDemoDeps {
  readonly db: Database;
  readonly vault: Vault;
  readonly jobs: Jobs;
  readonly hashPassword: (password: string) => Promise<string>;
}

/** Mönchengladbach with an imprint and telephone numbers that nobody has (030 23125 is kept free for fiction). */
export const DEMO_DEFINITION: NetworkDefinition = {
  ...moenchengladbach,
  imprint: {
    responsible: "Vorführung, erfunden: Netzwerkbüro Beispiel",
    address: "Beispielweg 1, 41061 Mönchengladbach (erfunden)",
    email: "netzwerkbuero@example.org",
    phone: "030 23125-000",
    representedBy: "Erika Beispiel (erfunden)",
  },
  privacy: {
    ...moenchengladbach.privacy,
    officer: "Datenschutz Beispiel (erfunden)",
    officerEmail: "datenschutz@example.org",
  },
  providers: moenchengladbach.providers.map((provider, position) => ({
    ...provider,
    contact: { phone: `030 23125-1${position}0`, email: `${provider.key}@example.org` },
  })),
};
const DEMO_SEED = 2026;

/** Fills an empty database with the demo network; where a network exists it changes nothing and returns null. */
export async function seedDemo(
  { db, vault, jobs, hashPassword }: SeedDemoDeps,
  { now, seed = DEMO_SEED }: { readonly now: Date; readonly seed?: number },
): Promise<{ readonly networkId: string; readonly demo: Demo } | null> {
  if ((await db.withoutTenant(countNetworks)) > 0) return null;
  const demo = generateDemo(DEMO_DEFINITION, { seed, now });
  const passwordHashByAccountId = await hashPasswords(demo, hashPassword);
  return db.withTenant(randomUUID(), async (tx) => {
    const network = await createNetwork(tx, demo.definition, { now, demo: true });
    const place: DemoPlace = {
      vault,
      passwordHashByAccountId,
      curriculumId: network.curriculumId,
      providerId: (key) => known(network.providerIdByKey.get(key), key),
      coordinatorId: (key) => known(coordinatorOf(demo, key)?.id, key),
    };
    const paper = demoRowsOfLetterheads(demo, place, now);
    const training = demoRowsOfTraining(demo, place, organiserLetterhead(paper));
    const topUps = demoRowsOfTopUps(demo, demoCalendar(now, demo.definition.timeZone), place);
    await insertDemoRows(tx, {
      ...demoRowsOfPeople(demo, place),
      ...training,
      curricula: topUps.curricula,
      curriculumModules: topUps.curriculumModules,
      courses: [...training.courses, ...topUps.courses],
      courseTrainers: [...training.courseTrainers, ...topUps.courseTrainers],
      courseSessions: [...training.courseSessions, ...topUps.courseSessions],
      enrolments: [...training.enrolments, ...topUps.enrolments],
      attendances: [...training.attendances, ...topUps.attendances],
      ...demoRowsOfCourseRooms(demo, demoCalendar(now, demo.definition.timeZone)),
      ...paper,
      ...demoRowsOfPairings(demo, place),
      ...demoRowsOfStammtische(demo, place),
      activities: demoRowsOfActivities(demo, place),
    });
    await planDemoReminders(jobs, tx, demo, now);
    await offerFreePlaces(jobs, tx, demo, now);
    return { networkId: network.networkId, demo };
  });
}

/** The program itself asks who waits, so that the inbox has an offer with a link to try. */
async function offerFreePlaces(jobs: Jobs, tx: Tx, { training }: Demo, now: Date): Promise<void> {
  const awaited = training.enrolments.filter(({ status }) => status === "waiting").map(({ courseId }) => courseId);
  for (const courseId of new Set(awaited)) await settlePlacesAt({ jobs }, tx, courseId, now);
}

const coordinatorOf = ({ accounts }: Demo, key: string) =>
  accounts.find(({ providerKey, roles }) => providerKey === key && roles.includes("coordinator"));

function known(id: string | undefined, key: string): string {
  if (id === undefined) throw new Error(`The demo does not know the provider ${key}`);
  return id;
}

async function hashPasswords(
  { accounts }: Demo,
  hashPassword: SeedDemoDeps["hashPassword"],
): Promise<ReadonlyMap<string, string>> {
  const hashed = await Promise.all(
    accounts.flatMap(({ id, password }) =>
      password === null ? [] : [hashPassword(password).then((hash) => [id, hash] as const)],
    ),
  );
  return new Map(hashed);
}

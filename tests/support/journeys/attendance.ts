import type { Page } from "playwright-core";
import { endpoints, type Roster, type VolunteerProfile } from "@augenhoehe/contract";
import { wallClock } from "./training.ts";

export interface RunningCourse {
  readonly id: string;
  /** The session that began twenty minutes ago. */
  readonly sessionId: string;
  readonly path: string;
  /** Display names of those who have a place. */
  readonly names: readonly string[];
}

const BEGAN_MINUTES_AGO = 20;
const SESSION_MINUTES = 90;
const FIRST_NAMES = ["Ada", "Bruno", "Clara", "Daniel", "Esra", "Farid"];

/** A course whose first session runs right now, with so many volunteers of the coordinator's provider in it. */
export async function startCourse(coordinator: Page, title: string, people: number): Promise<RunningCourse> {
  const { createCourse, enrolVolunteer, readCurriculum } = endpoints;
  const ask = async (path: string, params: Record<string, string> = {}): Promise<unknown> =>
    (await coordinator.request.get(path, { params, failOnStatusCode: true })).json();
  const { modules, trainers } = readCurriculum.response.parse(await ask(readCurriculum.path));
  const startsAt = wallClock(new Date(Date.now() - BEGAN_MINUTES_AGO * 60_000));
  const created = await coordinator.request.post(createCourse.path, {
    data: {
      title,
      places: 20,
      trainerAccountIds: trainers.map(({ accountId }) => accountId),
      sessions: [
        { id: null, moduleKey: modules[0]?.key ?? "", startsAt, minutes: SESSION_MINUTES, place: `Raum ${title}` },
      ],
    },
    failOnStatusCode: true,
  });
  const { id } = createCourse.response.parse(await created.json());
  for (let count = 0; count < people; count++) {
    await coordinator.request.post(enrolVolunteer.path.replace(":id", id), {
      data: { volunteerId: await enterVolunteer(coordinator, FIRST_NAMES[count % FIRST_NAMES.length] ?? "", title) },
      failOnStatusCode: true,
    });
  }
  const { course, participants } = await readRoster(coordinator, id);
  const sessionId = course.sessions[0]?.id ?? "";
  const names = participants.map(({ displayName }) => displayName);
  return { id, sessionId, path: `/kursleitung/${id}/${sessionId}`, names };
}

/** Somebody who had the first conversation; the family name is that of the course, so that everybody is new. */
async function enterVolunteer(coordinator: Page, firstName: string, title: string): Promise<string> {
  const { createVolunteer, recordInterview } = endpoints;
  const profile: VolunteerProfile = {
    firstName,
    lastName: title.replaceAll(" ", "-"),
    phone: null,
    locale: "de",
    languages: [{ code: "de", level: "native" }],
    district: null,
    reachKm: null,
    slots: null,
    topics: [],
    interests: [],
    gender: null,
    ageBand: null,
    wishes: { menteeGender: null, menteeAgeBands: [], forWhom: [] },
    capacity: 1,
    releasePhone: false,
    releaseEmail: false,
  };
  const data = { email: null, profile };
  const created = await coordinator.request.post(createVolunteer.path, { data, failOnStatusCode: true });
  const { id } = createVolunteer.response.parse(await created.json());
  await coordinator.request.post(recordInterview.path.replace(":id", id), {
    data: { heldOn: new Date().toISOString().slice(0, 10), note: "" },
    failOnStatusCode: true,
  });
  return id;
}

/** The roster as it is stored, for whoever is signed in. */
export async function readRoster(page: Page, courseId: string): Promise<Roster> {
  const { readRoster: endpoint } = endpoints;
  const reply = await page.request.get(endpoint.path.replace(":id", courseId), { failOnStatusCode: true });
  return endpoint.response.parse(await reply.json());
}

/** Names by what is stored for them at the session of the course. */
export async function storedMarks(page: Page, { id, sessionId }: RunningCourse): Promise<Record<string, string>> {
  const { participants } = await readRoster(page, id);
  return Object.fromEntries(
    participants.map(({ displayName, attendance }) => [displayName, attendance[sessionId] ?? "unmarked"]),
  );
}

export const nameButton = (page: Page, name: string) => page.locator("button.name", { hasText: name });

import { createPersonalLink } from "@augenhoehe/api/training/personal-link";
import { expectOk } from "../../support/replies.ts";
import { sessionIdsOf } from "../../support/training-scene.ts";
import type { AccessScene } from "./access-scene.ts";
import { always, type AccessTable } from "./access-table.ts";

/** Somebody with a place in a course, and links as mails and calendars carry them. */
async function reminded(scene: AccessScene) {
  const courseId = await scene.course();
  const someone = await scene.someone();
  expectOk(await someone.client.call("enrolMe", { body: { courseId } }));
  const [sessionId = ""] = await sessionIdsOf(scene.coordinator.client, courseId);
  const { world, network } = scene;
  const link = (purpose: "session" | "reminders" | "calendar") =>
    world.inTenant(network.id, (tx) =>
      createPersonalLink(world.deps, tx, { volunteerId: someone.id, purpose, sessionId }),
    );
  return { someone, link };
}

const withLink = (purpose: "session" | "reminders" | "calendar") => async (scene: AccessScene) => ({
  input: { params: { token: await (await reminded(scene)).link(purpose) } },
});

/** What a link opens is open to whoever holds it; what is behind it is told in tests of its own. */
export const calendarRows = {
  downloadSessionCalendar: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 200, 404, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const [id = ""] = await sessionIdsOf(scene.coordinator.client, await scene.course());
      return { input: { params: { id } }, swaps: { [id]: [await scene.foreignSession()] } };
    },
  },
  readMyCalendar: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: always({}),
  },
  renewMyCalendar: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: always({}),
  },
  endMyCalendar: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: always({}),
  },
  setMyReminders: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 200, 403, 403, 403, 403, 403, 403, 403],
    prepare: always({ body: { wanted: true } }),
  },
  readCalendarFeed: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: withLink("calendar"),
  },
  readSessionLink: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: withLink("session"),
  },
  downloadSessionLinkCalendar: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: withLink("session"),
  },
  answerSessionLink: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: async (scene) => ({
      input: {
        params: { token: await (await reminded(scene)).link("session") },
        body: { answer: "cannot_come" as const },
      },
    }),
  },
  readReminderLink: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: withLink("reminders"),
  },
  setRemindersByLink: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: async (scene) => ({
      input: { params: { token: await (await reminded(scene)).link("reminders") }, body: { wanted: false } },
    }),
  },
  stopRemindersByMailProgram: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: withLink("reminders"),
  },
} satisfies Partial<AccessTable>;

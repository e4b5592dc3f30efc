import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { downloadCourseCalendar, downloadSessionCalendar } from "./download-course-calendar.ts";
import { endMyCalendar, readMyCalendar, renewMyCalendar } from "./my-calendar.ts";
import { readCalendarFeed } from "./read-calendar-feed.ts";
import { readReminderLink, setMyReminders, setRemindersByLink } from "./reminder-wish.ts";
import { answerSessionLink, downloadSessionLinkCalendar, readSessionLink } from "./session-link.ts";

export function registerCalendarRoutes(app: FastifyInstance): void {
  route(app, endpoints.downloadCourseCalendar, ({ deps, actor, params }) =>
    downloadCourseCalendar(deps, actor, params.id),
  );
  route(app, endpoints.downloadSessionCalendar, ({ deps, actor, params }) =>
    downloadSessionCalendar(deps, actor, params.id),
  );
  route(app, endpoints.readMyCalendar, ({ deps, actor }) => readMyCalendar(deps, actor));
  route(app, endpoints.renewMyCalendar, ({ deps, actor }) => renewMyCalendar(deps, actor));
  route(app, endpoints.endMyCalendar, ({ deps, actor }) => endMyCalendar(deps, actor));
  route(app, endpoints.setMyReminders, ({ deps, actor, body }) => setMyReminders(deps, actor, body.wanted));
  route(app, endpoints.readCalendarFeed, ({ deps, params }) => readCalendarFeed(deps, params.token));
  route(app, endpoints.readSessionLink, ({ deps, params }) => readSessionLink(deps, params.token));
  route(app, endpoints.answerSessionLink, ({ deps, actor, params, body }) =>
    answerSessionLink(deps, actor, params.token, body),
  );
  route(app, endpoints.downloadSessionLinkCalendar, ({ deps, params }) =>
    downloadSessionLinkCalendar(deps, params.token),
  );
  route(app, endpoints.readReminderLink, ({ deps, params }) => readReminderLink(deps, params.token));
  route(app, endpoints.setRemindersByLink, ({ deps, params, body }) =>
    setRemindersByLink(deps, params.token, body.wanted),
  );
  void app.register(async (mailPrograms) => {
    mailPrograms.addContentTypeParser("*", { parseAs: "buffer" }, (_request, _body, done) => {
      done(null, undefined);
    });
    route(mailPrograms, endpoints.stopRemindersByMailProgram, ({ deps, params }) =>
      setRemindersByLink(deps, params.token, false),
    );
  });
}

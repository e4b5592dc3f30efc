import { redirect } from "@sveltejs/kit";
import type { RequestEvent } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData, type ApiResult } from "#lib/server/api.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import type { Actions, PageServerLoad } from "./$types";

const TOLD = {
  angelegt: m.calendar_told_created,
  beendet: m.calendar_told_ended,
  an: m.calendar_told_reminders_on,
  aus: m.calendar_told_reminders_off,
};

export const load: PageServerLoad = async (event) => {
  const { feedUrl, feedReadAt, remindersWanted, email } = requireData(event, await api(event).call("readMyCalendar"));
  const f = formats(event.locals.locale);
  const told = event.url.searchParams.get("neu");
  return {
    feed:
      feedUrl === null
        ? null
        : {
            address: feedUrl,
            subscribe: feedUrl.replace(/^https?:/, "webcal:"),
            read:
              feedReadAt === null ? m.calendar_feed_unread() : m.calendar_feed_read({ when: f.dateTime(feedReadAt) }),
          },
    remindersWanted,
    email,
    told: told !== null && isTold(told) ? TOLD[told]() : null,
  };
};

const isTold = (text: string): text is keyof typeof TOLD => Object.hasOwn(TOLD, text);

async function done(event: RequestEvent, result: ApiResult<unknown>, told: keyof typeof TOLD) {
  if (!result.ok) return failWith(result, await readForm(event));
  redirect(303, `/mein-ehrenamt/kalender?neu=${told}`);
}

export const actions: Actions = {
  renew: async (event) => done(event, await api(event).call("renewMyCalendar"), "angelegt"),
  end: async (event) => done(event, await api(event).call("endMyCalendar"), "beendet"),
  remind: async (event) => done(event, await api(event).call("setMyReminders", { body: { wanted: true } }), "an"),
  stop: async (event) => done(event, await api(event).call("setMyReminders", { body: { wanted: false } }), "aus"),
};

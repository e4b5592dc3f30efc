import { error, redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { deskGroups } from "#lib/server/desk-groups.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";

const DATE_LABELS = {
  course_session: m.coordinator_dates_course_session,
  stammtisch: m.coordinator_dates_stammtisch,
  first_meeting: m.coordinator_dates_first_meeting,
};
const DATE_PATHS = {
  course_session: (id: string) => `/team/kurse/${id}`,
  stammtisch: () => "/team/stammtisch",
  first_meeting: (id: string) => `/team/tandems/${id}`,
};

export const load: PageServerLoad = async (event) => {
  const me = await event.locals.me();
  if (me === null) error(401);
  if (!me.roles.includes("coordinator"))
    redirect(303, me.roles.includes("admin") ? "/team/einstellungen" : "/team/anfragen");
  const network = await readOwnNetwork(event);
  const desk = requireData(event, await api(event).call("readDesk"));
  const when = formats(event.locals.locale, network.timeZone);
  const now = new Date();
  const { funnel } = desk;
  const groups = deskGroups(desk, when, now);
  const urgent = groups.filter(({ isUrgent }) => isUrgent);
  return {
    today: when.weekdayDate(now.toISOString()),
    urgent,
    watched: groups.filter(({ isUrgent }) => !isUrgent),
    needs: urgent.reduce((sum, { count }) => sum + count, 0),
    funnel: [
      { label: m.coordinator_funnel_waiting(), count: funnel.waiting, href: "/team/anfragen?status=waiting" },
      { label: m.coordinator_funnel_in_proposal(), count: funnel.inProposal, href: "/team/vorschlaege" },
      { label: m.coordinator_funnel_introduced(), count: funnel.introduced, href: "/team/tandems?status=introduced" },
      { label: m.coordinator_funnel_active(), count: funnel.active, href: "/team/tandems?status=active" },
    ],
    mentors: { eligible: funnel.eligibleMentors, free: funnel.freePlaces },
    dates: desk.nextDates.map(({ kind, id, title, startsAt, place }) => ({
      key: `${kind}-${id}-${startsAt}`,
      href: DATE_PATHS[kind](id),
      kind: DATE_LABELS[kind](),
      title,
      when: when.shortDateTime(startsAt),
      place,
    })),
  };
};

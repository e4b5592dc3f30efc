import { api, requireData } from "#lib/server/api.ts";
import { courseGlance } from "#lib/server/course-glance.ts";
import { courseView } from "#lib/server/course-view.ts";
import { courseWeeks } from "#lib/server/course-weeks.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { items } = requireData(event, await api(event).call("listCourses"));
  const { timeZone } = await readOwnNetwork(event);
  const { locale } = event.locals;
  const when = formats(locale, timeZone);
  const now = new Date();
  const courses = items.map((course) => ({
    ...courseView(course, when, now),
    glance: courseGlance(course, when, now),
  }));
  return {
    weeks: courseWeeks(items, now, { locale, timeZone }),
    coming: courses.filter(({ isPast }) => !isPast),
    past: courses.filter(({ isPast }) => isPast).toReversed(),
  };
};

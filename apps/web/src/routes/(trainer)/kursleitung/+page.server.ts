import { api, requireData } from "#lib/server/api.ts";
import { courseView } from "#lib/server/course-view.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { items } = requireData(event, await api(event).call("listCourses"));
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  const courses = items.map((course) => courseView(course, when, new Date()));
  return {
    courses: [...courses.filter(({ isPast }) => !isPast), ...courses.filter(({ isPast }) => isPast).toReversed()],
  };
};

import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { sessionTime } from "#lib/server/course-view.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";

/**
 * The page renews itself by scripts; a browser without them is told to ask again when the code has changed. Scripts
 * say that they are there by the address, because nothing takes such a header back.
 */
export const load: PageServerLoad = async (event) => {
  const { id: courseId, session: sessionId } = event.params;
  const code = requireData(event, await api(event).call("readCheckInCode", { params: { id: sessionId } }));
  const isLive = event.url.searchParams.has("laufend");
  const untilNext = new Date(code.changesAt).getTime() - new Date(code.now).getTime();
  if (!isLive) event.setHeaders({ refresh: String(Math.ceil(untilNext / 1000) + 1) });
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  return {
    onWall: true,
    courseId,
    sessionId,
    isLive,
    code,
    when: sessionTime(code, when),
    opens: when.time(code.opensAt),
  };
};

import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { sessionTime } from "#lib/server/course-view.ts";
import { formats, type Formats } from "#lib/server/format.ts";
import { materialView } from "#lib/server/material-view.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";

type MyCourse = EndpointOutput<typeof endpoints.readMyCourse>;
type Session = MyCourse["sessions"][number];

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const mine = requireData(event, await api(event).call("readMyCourse", { params: { id } }));
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  const { course, trainers } = mine;
  const now = new Date();
  return {
    id,
    title: course.title,
    subtitle: m.material_mine_organiser({ curriculum: course.curriculumTitle, name: course.organiser }),
    trainers: trainers.length === 0 ? null : m.material_mine_trainers({ names: when.list(trainers) }),
    cancelled: course.cancelled,
    hasDatesAhead: mine.sessions.some(({ cancelled, endsAt }) => !cancelled && new Date(endsAt) > now),
    thanks: event.url.searchParams.get("meldung") === "danke",
    sessions: mine.sessions.map((session) => sessionRow(session, when, now)),
    modules: modulesWithFiles(mine, when),
    filesEmpty: mine.enrolled ? m.material_mine_files_none() : m.material_mine_files_no_place(),
  };
};

function sessionRow(session: Session, when: Formats, now: Date) {
  return {
    id: session.id,
    module: session.moduleTitle,
    when: sessionTime(session, when),
    place: session.place,
    cancelled: session.cancelled,
    over: new Date(session.endsAt) <= now,
    word: wordFor(session),
    attended: session.attended === true,
    asked: session.feedback === "open" ? m.material_mine_until({ date: when.date(session.feedbackUntil) }) : null,
    given: session.feedback === "given",
  };
}

function wordFor({ attended, booking }: Session): string | null {
  if (attended !== null) return attended ? m.material_mine_attended() : m.material_mine_absent();
  if (booking === "guest") return m.material_mine_guest();
  return booking === "excused" ? m.material_mine_excused() : null;
}

/** In the order of the sessions; a module without a date comes last. */
function modulesWithFiles({ sessions, materials }: MyCourse, when: Formats) {
  const keys = new Set([...sessions.map(({ moduleKey }) => moduleKey), ...materials.map(({ moduleKey }) => moduleKey)]);
  return [...keys].flatMap((key) => {
    const files = materials
      .filter(({ moduleKey }) => moduleKey === key)
      .map((material) => materialView(material, when));
    const title = sessions.find(({ moduleKey }) => moduleKey === key)?.moduleTitle ?? "";
    return files.length === 0 ? [] : [{ key, title, files }];
  });
}

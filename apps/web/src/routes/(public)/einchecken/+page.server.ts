import { redirect } from "@sveltejs/kit";
import type { CheckIn } from "@augenhoehe/contract";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData, type ApiResult } from "#lib/server/api.ts";
import { sessionTime } from "#lib/server/course-view.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const me = await event.locals.me();
  const hasScanned = event.cookies.getAll().some(({ name }) => name.endsWith("check-in"));
  if (me === null) return { step: hasScanned ? ("sign_in" as const) : ("scan" as const) };
  if (!me.roles.includes("volunteer")) return { step: "staff" as const };
  if (!hasScanned) return { step: "scan" as const };
  const result: ApiResult<CheckIn> = await api(event).call("readMyCheckIn");
  if (!result.ok && result.error.code === "refused") {
    return { step: "refused" as const, sentence: refusalMessage(result.error.refusal) };
  }
  const session = requireData(event, result);
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  return {
    step: session.presentSince === null ? ("ready" as const) : ("done" as const),
    course: session.course,
    module: session.module,
    when: sessionTime(session, when),
    place: session.place,
    guest: session.guest,
    lateMinutes: session.lateMinutes,
    since:
      session.presentSince === null ? null : m.attendance_check_in_since({ time: when.time(session.presentSince) }),
  };
};

export const actions: Actions = {
  checkIn: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("checkMeIn");
    if (!result.ok) return failWith(result, form);
    redirect(303, "/einchecken");
  },
};

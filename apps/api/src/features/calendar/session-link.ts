import type { endpoints, FileReply, ParsedInput, SessionByLink } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { CALENDAR_TYPE, writeCalendar } from "../../calendar.ts";
import type { Tx } from "../../db/client.ts";
import { readOwnNetwork } from "../../db/repositories/networks.ts";
import { findSeatInstead, findSessionOfPerson } from "../../db/repositories/session-by-link.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { AnyoneActor } from "../../http/policy.ts";
import { loadPersonalSessions, tellCalendars } from "../../training/personal-calendar.ts";
import { openPersonalLink } from "../../training/personal-link.ts";
import {
  bookAsGuest,
  comeAfterAll,
  excuseFromSession,
  giveBackGuestPlace,
  listOtherDates,
  moveToSession,
} from "../../training/session-booking.ts";

type Answer = ParsedInput<typeof endpoints.answerSessionLink>["body"];
type Found = NonNullable<Awaited<ReturnType<typeof findSessionOfPerson>>>;

interface SessionOfPerson {
  readonly sessionId: string;
  readonly volunteerId: string;
}

/** The date and how things stand, and no name: a mail may be passed on. Looking changes nothing. */
export const readSessionLink = (deps: AppDeps, token: string): Promise<SessionByLink> =>
  withSessionLink(deps, token, async (tx, { session, course, moduleTitle, ...rest }, whose) => {
    const now = deps.clock();
    const { name, timeZone } = await readOwnNetwork(tx);
    const begun = session.startsAt <= now;
    const instead = await findSeatInstead(tx, whose, now);
    return {
      networkName: name,
      timeZone,
      courseTitle: course.title,
      moduleTitle: moduleTitle ?? session.moduleKey,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      place: session.place,
      state: stateOf({ session, course, moduleTitle, ...rest }),
      begun,
      instead:
        instead === undefined
          ? null
          : { place: instead.place, startsAt: instead.startsAt.toISOString(), endsAt: instead.endsAt.toISOString() },
      otherDates: begun ? [] : await listOtherDates(deps, tx, whose),
    };
  });

/** Saying the same again changes nothing, so that pressing twice does no harm. */
export const answerSessionLink = (deps: AppDeps, actor: AnyoneActor, token: string, body: Answer) =>
  withSessionLink(deps, token, async (tx, found, whose) => {
    const state = stateOf(found);
    if (body.answer === "cannot_come") {
      if (state === "coming_as_guest") await giveBackGuestPlace(deps, tx, actor, whose);
      else if (state !== "no_place") await excuseFromSession(deps, tx, actor, whose);
    } else if (body.answer === "come_after_all") {
      const come = state === "no_place" ? bookAsGuest : comeAfterAll;
      if (state !== "coming_as_guest") await come(deps, tx, actor, whose);
    } else if (state === "cancelled" || state === "no_place") {
      await bookAsGuest(deps, tx, actor, { ...whose, sessionId: body.sessionId });
    } else {
      await moveToSession(deps, tx, actor, { ...whose, toSessionId: body.sessionId });
    }
    return { done: true as const };
  });

export const downloadSessionLinkCalendar = (deps: AppDeps, token: string): Promise<FileReply> =>
  withSessionLink(deps, token, async (tx, { course }, { sessionId, volunteerId }) => {
    const load = () => loadPersonalSessions(deps, tx, [volunteerId], [course.id]);
    const own = (await tellCalendars(tx, deps.clock(), load)).map(({ entry }) => entry);
    const content = writeCalendar(own.filter(({ uid }) => uid.startsWith(sessionId)));
    return { contentType: CALENDAR_TYPE, fileName: "termin.ics", content };
  });

function stateOf({ session, course, enrolment, booking }: Found): SessionByLink["state"] {
  if (session.cancelledAt !== null || course.cancelledAt !== null) return "cancelled";
  if (booking === "guest") return "coming_as_guest";
  if (enrolment !== "enrolled") return "no_place";
  return booking === "excused" ? "excused" : "coming";
}

async function withSessionLink<T>(
  deps: AppDeps,
  token: string,
  work: (tx: Tx, found: Found, whose: SessionOfPerson) => Promise<T>,
): Promise<T> {
  const { networkId, volunteerId, sessionId } = await openPersonalLink(deps, token, "session");
  return deps.db.withTenant(networkId, async (tx) => {
    const found = sessionId === null ? undefined : await findSessionOfPerson(tx, { sessionId, volunteerId });
    if (found === undefined || sessionId === null) throw new Refusal("link_expired");
    return work(tx, found, { sessionId, volunteerId });
  });
}

import type { NetworkProfile, VolunteerHome } from "@augenhoehe/contract";
import type { PageLocale } from "#lib/locale.ts";
import { CHANNEL_LABELS, TANDEM_STATUS_LABELS } from "#lib/messages/labels.ts";
import { termLabel } from "#lib/messages/term-label.ts";
import { m } from "#lib/paraglide/messages.js";
import { formats, type Formats } from "#lib/server/format.ts";
import { languageName } from "#lib/server/language-name.ts";
import { proposalCards } from "./proposal-cards.ts";
import { nextDates } from "./next-dates.ts";

type Step = VolunteerHome["nextSteps"][number];

const STEP_LABELS = {
  interview: m.volunteer_step_interview,
  secrecy_declaration: m.volunteer_step_secrecy_declaration,
  agreement: m.volunteer_step_agreement,
  course: m.volunteer_step_course,
  certificate: m.volunteer_step_certificate,
  fuehrungszeugnis: m.volunteer_step_fuehrungszeugnis,
  ready: m.volunteer_step_ready,
} satisfies Record<Step["key"], () => string>;

/** Everything on the page in words of the reader's language. */
export function homeView(home: VolunteerHome, network: NetworkProfile, locale: PageLocale) {
  const f = formats(locale, network.timeZone);
  return {
    hello: m.volunteer_home_hello({ name: isolated(home.profile.firstName) }),
    where: whereAmI(home),
    needs: whatNeedsMe(home, f),
    next: nextDates(home, f),
    isReady: home.eligible,
    isPaused: home.status === "paused",
    steps: home.nextSteps.map((step) => ({
      key: step.key,
      state: step.state,
      label: STEP_LABELS[step.key](),
      detail:
        step.totalCount === null
          ? undefined
          : m.volunteer_step_course_progress({ done: step.doneCount ?? 0, total: step.totalCount }),
    })),
    proposals: proposalCards(home, network, locale),
    tandems: tandemCards(home, network, locale, f),
    courses: courseCards(home, f),
    certificates: home.certificates.map(({ id, number, issuedAt, revokedAt, checkUrl }) => ({
      id,
      number,
      checkPath: new URL(checkUrl).pathname,
      issued: m.volunteer_certificate_issued({ date: f.date(issuedAt) }),
      revoked: revokedAt === null ? null : m.volunteer_certificate_revoked({ date: f.date(revokedAt) }),
    })),
    stammtische: home.stammtische.map((date) => ({ ...date, when: f.dateTime(date.startsAt) })),
    contact: { name: home.providerName, ...home.providerContact },
  };
}

/** Keeps a name of another direction together in a sentence. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

/** A Führungszeugnis is needed for some requests only, so it stands in the way of no first proposal. */
const AFTERWARDS: readonly Step["key"][] = ["fuehrungszeugnis", "ready"];

function whereAmI(home: VolunteerHome): string {
  if (home.status === "paused") return m.volunteer_home_where_paused();
  if (home.openTandems > 0) return m.volunteer_home_where_tandems({ count: home.openTandems });
  if (home.eligible) return m.volunteer_home_where_ready();
  if (home.status === "applied") return m.volunteer_home_where_applied();
  const open = home.nextSteps.filter(
    ({ key, state }) => !AFTERWARDS.includes(key) && (state === "current" || state === "later"),
  );
  return m.volunteer_home_where_on_the_way({ count: open.length });
}

function whatNeedsMe(home: VolunteerHome, f: Formats): { href: string; text: string }[] {
  const waiting = home.proposals.filter(({ state }) => state === "waiting_for_you");
  const [onlyOne] = waiting.length === 1 ? waiting : [];
  const toProposals = onlyOne === undefined ? "#vorschlaege" : `/mein-ehrenamt/vorschlag/${onlyOne.id}`;
  const isOpen = (key: Step["key"]) => home.nextSteps.some((step) => step.key === key && step.state === "current");
  const inCourse = home.courses.some(
    ({ myEnrolment, over }) => !over && myEnrolment !== null && myEnrolment.status !== "cancelled",
  );
  const unanswered = home.stammtische.filter(({ myAnswer, cancelled }) => myAnswer === null && !cancelled);
  const entry = (isNeeded: boolean, href: string, text: string) => (isNeeded ? [{ href, text }] : []);
  return [
    ...entry(waiting.length > 0, toProposals, m.volunteer_home_need_proposal({ count: waiting.length })),
    ...entry(isOpen("secrecy_declaration"), "/mein-ehrenamt/erklaerungen#secrecy", m.volunteer_home_need_secrecy()),
    ...entry(isOpen("agreement"), "/mein-ehrenamt/erklaerungen#agreement", m.volunteer_home_need_agreement()),
    ...entry(isOpen("course") && !inCourse, "/mein-ehrenamt/kurse", m.volunteer_home_need_course()),
    ...unanswered.map(({ startsAt }) => ({
      href: "#stammtisch",
      text: m.volunteer_home_need_stammtisch({ when: f.shortDateTime(startsAt) }),
    })),
    ...entry(home.status === "paused", "/mein-ehrenamt/pause-und-abschied", m.volunteer_home_need_resume()),
  ];
}

function tandemCards(home: VolunteerHome, network: NetworkProfile, locale: PageLocale, f: Formats) {
  return home.tandems.map(({ id, status, startedAt, mentee, firstMeeting }) => ({
    id,
    since: m.volunteer_tandem_since({ date: f.date(startedAt) }),
    status: TANDEM_STATUS_LABELS[status](),
    mentee: mentee && {
      name: mentee.chosenName,
      detail: [...mentee.languages.map(({ code }) => languageName(code, locale)), mentee.districtName ?? ""]
        .filter((word) => word !== "")
        .join(" · "),
      topics: f.list(mentee.topics.map((key) => termLabel(key, network.topics))),
      channels: mentee.channels.map(({ kind, value }) => ({
        label: CHANNEL_LABELS[kind](),
        value,
        href: kind === "email" ? `mailto:${value}` : `tel:${value.replaceAll(/[^\d+]/g, "")}`,
      })),
    },
    firstMeeting:
      status !== "introduced" || firstMeeting === null
        ? null
        : {
            when: f.dateTime(firstMeeting.startsAt),
            place: firstMeeting.place,
            withWhom: m.volunteer_tandem_accompanied_by({ name: isolated(firstMeeting.accompaniedBy) }),
          },
  }));
}

function courseCards(home: VolunteerHome, f: Formats) {
  return home.courses
    .filter(({ myEnrolment, over }) => !over && myEnrolment !== null && myEnrolment.status !== "cancelled")
    .map((course) => ({
      id: course.id,
      title: course.title,
      waiting:
        course.myEnrolment?.status === "waiting"
          ? m.volunteer_courses_waiting({ position: course.myEnrolment.position ?? 1 })
          : null,
      sessions: course.sessions.map((session) => ({
        id: session.id,
        title: session.moduleTitle,
        when: f.dateTime(session.startsAt),
        place: session.place,
        mark: session.cancelled
          ? m.volunteer_courses_cancelled()
          : session.attended === true
            ? m.volunteer_courses_attended()
            : null,
      })),
    }));
}

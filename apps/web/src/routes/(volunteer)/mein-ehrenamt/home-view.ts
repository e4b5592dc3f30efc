import type { NetworkProfile, VolunteerHome } from "@augenhoehe/contract";
import type { PageLocale } from "#lib/locale.ts";
import { CHANNEL_LABELS, TANDEM_STATUS_LABELS } from "#lib/messages/labels.ts";
import { isolated } from "#lib/messages/isolated.ts";
import { termLabel } from "#lib/messages/term-label.ts";
import { m } from "#lib/paraglide/messages.js";
import { formats, type Formats } from "#lib/server/format.ts";
import { languageName } from "#lib/server/language-name.ts";
import { lastValidDay } from "#lib/server/last-valid-day.ts";
import { hoursInWords, moduleSteps, topUpInWords } from "./module-steps.ts";
import { nextDates } from "./next-dates.ts";
import { nextMoveInWords } from "./next-move-words.ts";
import { proposalCards } from "./proposal-cards.ts";

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
    move: nextMoveInWords(home, f),
    needs: whatNeedsMe(home, f),
    modules: moduleSteps(home, f),
    hours: hoursInWords(home, f),
    topUp: topUpInWords(home, f),
    next: nextDates(home, f, new Date()),
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
    certificates: home.certificates.filter(isNewestVersion).map(({ id, number, issuedAt, validUntil, ...rest }) => ({
      id,
      number,
      checkPath: new URL(rest.checkUrl).pathname,
      issued: [
        m.volunteer_certificate_issued({ date: f.date(issuedAt) }),
        ...(validUntil === null ? [] : [m.certificates_person_valid_until({ date: lastValidDay(validUntil, f) })]),
      ].join(", "),
      revoked: rest.revokedAt === null ? null : m.volunteer_certificate_revoked({ date: f.date(rest.revokedAt) }),
    })),
    stammtische: home.stammtische.map((date) => ({ ...date, when: f.dateTime(date.startsAt) })),
    contact: { name: home.providerName, ...home.providerContact },
  };
}

type Certificate = VolunteerHome["certificates"][number];

const isNewestVersion = ({ replacedAt }: Certificate): boolean => replacedAt === null;

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

/** What can be done besides the next step; that one stands above and is not said twice. */
function whatNeedsMe(home: VolunteerHome, f: Formats): { href: string; text: string }[] {
  const waiting = home.proposals.filter(({ state }) => state === "waiting_for_you");
  const [onlyOne] = waiting.length === 1 ? waiting : [];
  const toProposals = onlyOne === undefined ? "#vorschlaege" : `/mein-ehrenamt/vorschlag/${onlyOne.id}`;
  const isOpen = (key: Step["key"]) => home.nextSteps.some((step) => step.key === key && step.state === "current");
  const isNext = (move: NonNullable<VolunteerHome["nextMove"]>["move"]) => home.nextMove?.move === move;
  const mustSign = (key: Step["key"], move: "sign_secrecy" | "sign_agreement") => isOpen(key) && !isNext(move);
  const unanswered = home.stammtische.filter(({ myAnswer, cancelled }) => myAnswer === null && !cancelled);
  const entry = (isNeeded: boolean, href: string, text: string) => (isNeeded ? [{ href, text }] : []);
  return [
    ...entry(
      waiting.length > 0 && !isNext("answer_proposal"),
      toProposals,
      m.volunteer_home_need_proposal({ count: waiting.length }),
    ),
    ...entry(
      mustSign("secrecy_declaration", "sign_secrecy"),
      "/mein-ehrenamt/erklaerungen#secrecy",
      m.volunteer_home_need_secrecy(),
    ),
    ...entry(
      mustSign("agreement", "sign_agreement"),
      "/mein-ehrenamt/erklaerungen#agreement",
      m.volunteer_home_need_agreement(),
    ),
    ...home.training.feedbackAsked.map(({ courseId, sessionId, moduleTitle, startsAt }) => ({
      href: `/mein-ehrenamt/kurse/${courseId}/rueckmeldung/${sessionId}`,
      text: m.volunteer_home_need_feedback({ module: isolated(moduleTitle), when: f.shortDateTime(startsAt) }),
    })),
    ...unanswered.map(({ startsAt }) => ({
      href: "#stammtisch",
      text: m.volunteer_home_need_stammtisch({ when: f.shortDateTime(startsAt) }),
    })),
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
          : course.myEnrolment?.status === "offered"
            ? m.volunteer_move_answer_offer()
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

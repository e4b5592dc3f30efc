import type { Funnel, StuckPerson } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "#lib/server/format.ts";

type StepKey = Funnel["steps"][number]["key"];

export const STEP_LABELS = {
  signed_up: m.funnel_step_signed_up,
  interviewed: m.funnel_step_interviewed,
  place: m.funnel_step_place,
  first_session: m.funnel_step_first_session,
  complete: m.funnel_step_complete,
  certificate: m.funnel_step_certificate,
  eligible: m.funnel_step_eligible,
} satisfies Record<StepKey, () => string>;

/** The steps in words, each with the two widths of its part of the picture, in hundredths. */
export function stepsInWords({ steps }: Funnel, f: Formats) {
  const onTheWay = steps[0]?.reached ?? 0;
  const share = (count: number): number => (onTheWay === 0 ? 0 : Math.round((count / onTheWay) * 1000) / 10);
  return steps.map(({ key, reached, stuck, days }, index) => {
    const median = days === null ? null : f.aboutDays(days.median);
    const p80 = days === null ? null : f.aboutDays(days.p80);
    return {
      key,
      label: STEP_LABELS[key](),
      reached: f.number(reached),
      stuck: f.number(stuck),
      hasStuck: stuck > 0,
      share: m.funnel_share({ percent: f.number(Math.round(share(reached))) }),
      from: share(steps[index - 1]?.reached ?? onTheWay),
      to: share(reached),
      median,
      p80,
      takes: index === 0 ? null : takes(median, p80),
    };
  });
}
export type StepInWords = ReturnType<typeof stepsInWords>[number];

function takes(median: string | null, p80: string | null): string {
  if (median === null || p80 === null) return m.funnel_takes_unknown();
  return median === p80 ? m.funnel_takes_same({ median }) : m.funnel_takes({ median, p80 });
}

/** Where most people wait: worth looking at first. */
export function fullestStep({ steps }: Funnel): StepKey {
  const most = Math.max(...steps.map(({ stuck }) => stuck));
  return steps.find(({ stuck }) => stuck === most && stuck > 0)?.key ?? "interviewed";
}

export function peopleInWords(people: readonly StuckPerson[], f: Formats, now: Date) {
  return people.map((person) => ({
    id: person.volunteerId,
    name: person.name,
    since: person.since === null ? m.funnel_since_unknown() : f.waiting(person.since, now),
    move: moveInWords(person, f),
    action: actionOf(person),
  }));
}

type Said = Record<"course" | "when" | "modules" | "minutes", string>;

const MOVE_LABELS = {
  hold_interview: () => m.funnel_move_hold_interview(),
  answer_offer: ({ course, when }) => m.funnel_move_answer_offer({ course, when }),
  wait_for_place: ({ course }) => m.funnel_move_wait_for_place({ course }),
  enrol: ({ course, when }) => m.funnel_move_enrol({ course, when }),
  plan_course: () => m.funnel_move_plan_course(),
  course_begins: ({ course, when }) => m.funnel_move_course_begins({ course, when }),
  ask_after_absence: () => m.funnel_move_ask_after_absence(),
  course_goes_on: ({ when }) => m.funnel_move_course_goes_on({ when }),
  make_up: ({ modules, course, when }) => m.funnel_move_make_up({ modules, course, when }),
  make_up_later: ({ modules }) => m.funnel_move_make_up_later({ modules }),
  hours_short: ({ minutes }) => m.funnel_move_hours_short({ minutes }),
  issue_certificate: () => m.funnel_move_issue_certificate(),
  renew_certificate: () => m.funnel_move_renew_certificate(),
  sign_secrecy: () => m.funnel_move_sign_secrecy(),
  sign_agreement: () => m.funnel_move_sign_agreement(),
  sign_both: () => m.funnel_move_sign_both(),
} satisfies Record<StuckPerson["move"], (said: Said) => string>;

const moveInWords = ({ move, courseTitle, at, modules, minutes }: StuckPerson, f: Formats): string =>
  MOVE_LABELS[move]({
    course: isolated(courseTitle ?? ""),
    when: at === null ? "" : f.shortDateTime(at),
    modules: f.list(modules.map(isolated)),
    minutes: f.number(minutes ?? 0),
  });

function actionOf({ move, courseId }: StuckPerson): { href: string; label: string } | null {
  if (move === "plan_course" || move === "make_up_later")
    return { href: "/team/kurse/neu", label: m.funnel_open_plan() };
  return courseId === null ? null : { href: `/team/kurse/${courseId}`, label: m.funnel_open_course() };
}

import type { MyModule, VolunteerHome } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "#lib/server/format.ts";

/** The modules in words for their picture, with what can be made up and where. */
export function moduleSteps({ training }: VolunteerHome, f: Formats) {
  return training.modules.map((module) => ({
    key: module.key,
    title: module.title,
    attended: module.attendedAt === null ? null : f.date(module.attendedAt),
    state: module.state,
    note: noteOf(module, f),
    action:
      module.makeUp === null
        ? null
        : {
            href: "/mein-ehrenamt/kurse#missed",
            label: m.volunteer_path_make_up({ when: f.shortDateTime(module.makeUp.startsAt) }),
          },
  }));
}

function noteOf({ state, compulsory, attendedAt, booked }: MyModule, f: Formats): string {
  const words = {
    done: () => m.training_path_attended({ date: attendedAt === null ? "" : f.date(attendedAt) }),
    booked: () => m.volunteer_path_booked({ when: booked === null ? "" : f.shortDateTime(booked.startsAt) }),
    missed: m.volunteer_path_missed,
    ahead: m.volunteer_path_ahead,
  } satisfies Record<MyModule["state"], () => string>;
  return compulsory ? words[state]() : `${words[state]()} · ${m.volunteer_path_optional()}`;
}

/** How much of the hours is done; null where the curriculum asks for none. */
export function hoursInWords({ training }: VolunteerHome, f: Formats) {
  const { attendedMinutes, requiredMinutes } = training;
  if (requiredMinutes === 0) return null;
  return {
    done: Math.min(attendedMinutes, requiredMinutes),
    required: requiredMinutes,
    label: m.volunteer_path_hours({ done: hours(attendedMinutes, f), required: hours(requiredMinutes, f) }),
  };
}

export const topUpInWords = ({ training: { topUpMinutes } }: VolunteerHome, f: Formats): string | null =>
  topUpMinutes === 0 ? null : m.volunteer_path_top_up({ hours: hours(topUpMinutes, f) });

const hours = (minutes: number, f: Formats): string => f.number(Math.round(minutes / 6) / 10);

import type { CourseWarning, SessionWarning } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "./format.ts";

type TakenBy = Extract<SessionWarning, { by: unknown }>["by"];

export function sessionWarningMessage(warning: SessionWarning, when: Formats): string {
  switch (warning.code) {
    case "holiday":
      return m.training_warning_holiday({ name: warning.name });
    case "room_taken":
      return warning.by.kind === "course"
        ? m.training_warning_room({ title: warning.by.title, ...span(warning.by, when) })
        : m.training_warning_room_stammtisch(span(warning.by, when));
    case "trainer_elsewhere":
      return m.training_warning_trainer({
        trainer: warning.trainer,
        title: warning.by.kind === "course" ? warning.by.title : m.training_stammtisch(),
        ...span(warning.by, when),
      });
    case "module_cut_short":
      return m.training_warning_short({
        minutes: when.number(warning.minutes),
        moduleMinutes: when.number(warning.moduleMinutes),
      });
    case "module_out_of_order":
      return m.training_warning_order();
    case "in_past":
      return m.training_warning_past();
    case "time_skipped":
      return m.training_warning_skipped({ time: warning.becomes.slice(11) });
  }
}

export function courseWarningMessage({ code, moduleTitle }: CourseWarning): string {
  switch (code) {
    case "module_without_date":
      return m.training_warning_module_missing({ title: moduleTitle });
  }
}

const span = ({ startsAt, endsAt }: TakenBy, when: Formats) => ({
  from: when.time(startsAt),
  to: when.time(endsAt),
});

import type { Activity } from "@augenhoehe/contract";
import { actionLabel } from "#lib/messages/action-label.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "./format.ts";

const NAMELESS = {
  account: m.coordinator_log_system,
  mentee: m.coordinator_log_mentee,
  draft: m.coordinator_log_mentee,
  anyone: m.coordinator_log_anyone,
  system: m.coordinator_log_system,
} satisfies Record<Activity["actorKind"], () => string>;

const PATHS: Readonly<Record<string, string>> = {
  request: "/team/anfragen",
  proposal: "/team/vorschlaege",
  tandem: "/team/tandems",
  volunteer: "/team/freiwillige",
  course: "/team/kurse",
  round: "/team/runden",
};

/** Entries of the log in words. Whoever is gone has no name and no link any more. */
export const activityLines = (activities: readonly Activity[], when: Formats) =>
  activities.map(({ id, at, actorKind, who, action, subjectKind, subjectId, subjectName, reason }) => ({
    id,
    when: when.shortDateTime(at),
    who: who ?? NAMELESS[actorKind](),
    what: actionLabel(action),
    about: subjectName,
    href: subjectName === null || PATHS[subjectKind] === undefined ? null : `${PATHS[subjectKind]}/${subjectId ?? ""}`,
    reason: reason === null ? null : m.coordinator_log_reason({ reason }),
  }));

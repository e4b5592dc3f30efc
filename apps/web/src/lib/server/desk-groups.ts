import type { Desk, DeskItem } from "@augenhoehe/contract";
import { DESK_KINDS, type DeskKind, type EligibilityGap } from "@augenhoehe/domain";
import { GAP_LABELS } from "#lib/messages/labels.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "./format.ts";

export interface DeskLine {
  readonly key: string;
  readonly href: string;
  readonly name: string;
  /** What to do, in a few words. */
  readonly todo: string;
  readonly since: string;
  readonly tone: "plain" | "waiting" | "care";
}

export interface DeskGroup {
  readonly kind: DeskKind;
  readonly title: string;
  readonly count: number;
  readonly lines: readonly DeskLine[];
  /** Waits for the coordinator today; the rest is to keep an eye on. */
  readonly isUrgent: boolean;
  /** Where the others of this kind are, when there are more than shown. */
  readonly allHref: string;
}

/** To keep an eye on: nobody waits for an answer today. */
const WATCHED: readonly DeskKind[] = ["waiting_longest", "became_eligible", "missing_step"];
const WATCHED_SHOWN = 5;

interface KindWords {
  readonly title: () => string;
  readonly todo: (item: DeskItem, when: Formats) => string;
  readonly href: (item: DeskItem) => string;
  readonly allHref: string;
  readonly tone: DeskLine["tone"];
}

const request = ({ id }: DeskItem) => `/team/anfragen/${id}`;
const proposal = ({ id }: DeskItem) => `/team/vorschlaege/${id}`;
const volunteer = ({ id }: DeskItem) => `/team/freiwillige/${id}`;

const isGap = (gap: string): gap is EligibilityGap => Object.hasOwn(GAP_LABELS, gap);
const missingSteps = (item: DeskItem, when: Formats): string =>
  when.list(
    String(item.facts["missing"] ?? "")
      .split(",")
      .filter(isGap)
      .map((gap) => GAP_LABELS[gap]()),
  );

const KINDS = {
  ready_to_confirm: {
    title: m.coordinator_kind_ready_to_confirm,
    todo: () => m.coordinator_item_ready_to_confirm(),
    href: proposal,
    allHref: "/team/vorschlaege?state=awaiting_confirmation",
    tone: "care",
  },
  new_request: {
    title: m.coordinator_kind_new_request,
    todo: () => m.coordinator_item_new_request(),
    href: request,
    allHref: "/team/anfragen?status=submitted",
    tone: "care",
  },
  clarified_request: {
    title: m.coordinator_kind_clarified_request,
    todo: () => m.coordinator_item_clarified_request(),
    href: request,
    allHref: "/team/anfragen?status=clarified",
    tone: "waiting",
  },
  first_meeting_past: {
    title: m.coordinator_kind_first_meeting_past,
    todo: (item, when) => m.coordinator_item_first_meeting_past({ when: when.shortDateTime(item.since) }),
    href: ({ id }) => `/team/tandems/${id}`,
    allHref: "/team/tandems?status=introduced",
    tone: "waiting",
  },
  proposal_unanswered: {
    title: m.coordinator_kind_proposal_unanswered,
    todo: (item) =>
      item.facts["side"] === "mentee"
        ? m.coordinator_item_unanswered_mentee()
        : m.coordinator_item_unanswered_volunteer(),
    href: proposal,
    allHref: "/team/vorschlaege",
    tone: "waiting",
  },
  waiting_longest: {
    title: m.coordinator_kind_waiting_longest,
    todo: () => m.coordinator_item_waiting_longest(),
    href: ({ id }) => `/team/anfragen/${id}/vorschlaege`,
    allHref: "/team/anfragen?status=open",
    tone: "waiting",
  },
  new_volunteer: {
    title: m.coordinator_kind_new_volunteer,
    todo: () => m.coordinator_item_new_volunteer(),
    href: volunteer,
    allHref: "/team/freiwillige?status=applied",
    tone: "plain",
  },
  certificate_due: {
    title: m.coordinator_kind_certificate_due,
    todo: () => m.coordinator_item_certificate_due(),
    href: volunteer,
    allHref: "/team/freiwillige?status=in_training",
    tone: "plain",
  },
  became_eligible: {
    title: m.coordinator_kind_became_eligible,
    todo: () => m.coordinator_item_became_eligible(),
    href: volunteer,
    allHref: "/team/freiwillige?status=eligible",
    tone: "plain",
  },
  missing_step: {
    title: m.coordinator_kind_missing_step,
    todo: (item, when) => m.coordinator_item_missing_step({ missing: missingSteps(item, when) }),
    href: volunteer,
    allHref: "/team/freiwillige?status=in_training",
    tone: "plain",
  },
  mail_failed: {
    title: m.coordinator_kind_mail_failed,
    todo: () => m.coordinator_item_mail_failed(),
    href: ({ facts }) => {
      const subject = String(facts["subjectId"] ?? "");
      if (facts["recipientKind"] === "mentee") return `/team/anfragen/${subject}`;
      return facts["recipientKind"] === "volunteer" ? `/team/freiwillige/${subject}` : "/team/protokoll";
    },
    allHref: "/team/protokoll",
    tone: "care",
  },
} satisfies Record<DeskKind, KindWords>;

/** The desk in words, kind by kind in the order the domain arranged. */
export function deskGroups({ items, counts }: Desk, when: Formats, now: Date): DeskGroup[] {
  return DESK_KINDS.flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) return [];
    const words: KindWords = KINDS[kind];
    const isUrgent = !WATCHED.includes(kind);
    const shown = isUrgent ? own : own.slice(0, WATCHED_SHOWN);
    return [
      {
        kind,
        isUrgent,
        title: words.title(),
        count: counts[kind] ?? own.length,
        allHref: words.allHref,
        lines: shown.map((item) => ({
          key: `${kind}-${item.id}`,
          href: words.href(item),
          name: item.name,
          todo: words.todo(item, when),
          since: when.waiting(item.since, now),
          tone: words.tone,
        })),
      },
    ];
  });
}

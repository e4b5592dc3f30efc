import type { RoundBanReason } from "@augenhoehe/domain/matching";
import { m } from "#lib/paraglide/messages.js";

/** Why two people are not to be paired, in the order in which it is asked. */
export const BAN_REASON_LABELS = {
  asked_by_mentee: m.rounds_ban_asked_by_mentee,
  asked_by_mentor: m.rounds_ban_asked_by_mentor,
  know_each_other: m.rounds_ban_know_each_other,
  way_too_long: m.rounds_ban_way_too_long,
  unlikely_to_get_on: m.rounds_ban_unlikely_to_get_on,
  other: m.rounds_ban_other,
} satisfies Record<RoundBanReason, () => string>;

import type { TopUpTopic } from "@augenhoehe/domain";
import { m } from "#lib/paraglide/messages.js";

/** What a Stammtisch may raise and a top-up may answer. */
export const TOPIC_LABELS = {
  trauma: m.curricula_topic_trauma,
  office_language: m.curricula_topic_office_language,
  boundaries: m.curricula_topic_boundaries,
  housing: m.curricula_topic_housing,
  school_and_childcare: m.curricula_topic_school_and_childcare,
  health_system: m.curricula_topic_health_system,
  work_and_training: m.curricula_topic_work_and_training,
  interpreters: m.curricula_topic_interpreters,
  conflicts: m.curricula_topic_conflicts,
  child_protection: m.curricula_topic_child_protection,
  digital: m.curricula_topic_digital,
  law_changes: m.curricula_topic_law_changes,
  contact_fading: m.curricula_topic_contact_fading,
  farewell: m.curricula_topic_farewell,
} satisfies Record<TopUpTopic, () => string>;

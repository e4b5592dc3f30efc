/**
 * Why a command was refused: one closed list. The api maps each to a status, the web to a sentence per language, both
 * with `satisfies Record<RefusalCode, …>`, so a new code does not compile until every map knows it.
 */
export const REFUSAL_CODES = [
  // access
  "not_found",
  "not_permitted",
  "sign_in_failed",
  "code_expired",
  "code_wrong",
  "too_many_attempts",
  "second_factor_wrong",
  "setup_closed",
  "token_wrong",
  "already_set_up",
  // people
  "email_taken",
  "already_left",
  "not_paused",
  "already_paused",
  "already_interviewed",
  "declaration_outdated",
  "already_signed",
  "fuehrungszeugnis_not_needed",
  "fuehrungszeugnis_date_in_future",
  // requests
  "request_not_open",
  "request_already_submitted",
  "request_closed",
  "request_in_proposal",
  "request_in_tandem",
  "request_not_clarified",
  "request_already_open",
  "request_not_closed",
  "consent_missing",
  "draft_incomplete",
  "draft_expired",
  // proposals and tandems
  "mentor_not_eligible",
  "mentor_at_capacity",
  "mentor_excluded",
  "pair_declined_before",
  "proposal_open_already",
  "already_answered",
  "not_yet_answered",
  "proposal_expired",
  "proposal_withdrawn",
  "proposal_closed",
  "already_confirmed",
  "meeting_in_past",
  "meeting_place_not_public",
  "tandem_ended",
  "tandem_not_paused",
  "tandem_not_active",
  "tandem_already_active",
  // matching rounds
  "round_setting_out_of_range",
  "round_pair_excluded",
  "round_mentor_full",
  "round_pair_banned",
  "round_pair_pinned",
  "round_person_left_out",
  "round_edit_changes_nothing",
  "round_empty",
  "round_too_large",
  "round_closed",
  "round_draft_changed",
  "round_nothing_to_undo",
  "round_last_draft",
  "round_too_many_drafts",
  "round_too_many_steps",
  "round_plan_not_ready",
  // training
  "course_full",
  "course_over",
  "course_cancelled",
  "already_enrolled",
  "not_enrolled",
  "interview_missing",
  "session_held",
  "modules_missing",
  "registration_not_open",
  "registration_closed",
  "double_booked",
  "session_full",
  "no_offer",
  "offer_expired",
  "module_not_missing",
  "certificate_needed",
  "session_over",
  "session_cancelled",
  "early_mark_reason_missing",
  "check_in_code_wrong",
  "check_in_code_expired",
  "check_in_not_open",
  "check_in_over",
  "check_in_not_listed",
  "check_in_marked_absent",
  "hours_missing",
  "certificate_replaced",
  "certificate_name_unchanged",
  "service_certificate_not_left",
  "module_in_use",
  "curriculum_in_use",
  "curriculum_archived",
  "top_up_not_standard",
  "feedback_given_already",
  "feedback_not_open",
  "feedback_not_attended",
  "material_type_not_allowed",
  "material_too_large",
  "material_too_many",
  "logo_unreadable",
  "link_expired",
  "certificate_missing",
  "certificate_issued_already",
  "certificate_revoked_already",
  "override_reason_missing",
  // stammtisch
  "stammtisch_over",
  "stammtisch_cancelled",
  "stammtisch_not_begun",
  // import
  "import_nothing_chosen",
  "import_applied_already",
  "import_not_applied",
  "import_undo_blocked",
  "file_unreadable",
  "file_too_many_rows",
  // settings
  "district_in_use",
  "term_in_use",
  "weights_not_100",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type RefusalFacts = Readonly<Record<string, string | number>>;

/** Thrown by commands when the rules say no. Questions return a value with reasons instead. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: RefusalFacts | undefined;

  constructor(code: RefusalCode, facts?: RefusalFacts) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.facts = facts;
  }
}

import type {
  AgeBand,
  ChannelKind,
  ClosingReason,
  Day,
  DayPart,
  EligibilityGap,
  ForWhom,
  Gender,
  LanguageLevel,
  ProposalState,
  RequestKind,
  RequestStatus,
  Slot,
  TandemEndingReason,
  TandemStatus,
  VolunteerStatus,
} from "@augenhoehe/domain";
import { m } from "#lib/paraglide/messages.js";

type Label = () => string;

export const LEVEL_LABELS = {
  basic: m.fields_level_basic,
  conversational: m.fields_level_conversational,
  fluent: m.fields_level_fluent,
  native: m.fields_level_native,
} satisfies Record<LanguageLevel, Label>;

export const DAY_LABELS = {
  mon: m.fields_day_mon,
  tue: m.fields_day_tue,
  wed: m.fields_day_wed,
  thu: m.fields_day_thu,
  fri: m.fields_day_fri,
  sat: m.fields_day_sat,
  sun: m.fields_day_sun,
} satisfies Record<Day, Label>;

/** For narrow tables. */
export const DAY_SHORT_LABELS = {
  mon: m.fields_day_short_mon,
  tue: m.fields_day_short_tue,
  wed: m.fields_day_short_wed,
  thu: m.fields_day_short_thu,
  fri: m.fields_day_short_fri,
  sat: m.fields_day_short_sat,
  sun: m.fields_day_short_sun,
} satisfies Record<Day, Label>;

export const DAY_PART_LABELS = {
  morning: m.fields_part_morning,
  afternoon: m.fields_part_afternoon,
  evening: m.fields_part_evening,
} satisfies Record<DayPart, Label>;

/** „Dienstagabend“ */
export const SLOT_LABELS = {
  mon_morning: m.fields_slot_mon_morning,
  mon_afternoon: m.fields_slot_mon_afternoon,
  mon_evening: m.fields_slot_mon_evening,
  tue_morning: m.fields_slot_tue_morning,
  tue_afternoon: m.fields_slot_tue_afternoon,
  tue_evening: m.fields_slot_tue_evening,
  wed_morning: m.fields_slot_wed_morning,
  wed_afternoon: m.fields_slot_wed_afternoon,
  wed_evening: m.fields_slot_wed_evening,
  thu_morning: m.fields_slot_thu_morning,
  thu_afternoon: m.fields_slot_thu_afternoon,
  thu_evening: m.fields_slot_thu_evening,
  fri_morning: m.fields_slot_fri_morning,
  fri_afternoon: m.fields_slot_fri_afternoon,
  fri_evening: m.fields_slot_fri_evening,
  sat_morning: m.fields_slot_sat_morning,
  sat_afternoon: m.fields_slot_sat_afternoon,
  sat_evening: m.fields_slot_sat_evening,
  sun_morning: m.fields_slot_sun_morning,
  sun_afternoon: m.fields_slot_sun_afternoon,
  sun_evening: m.fields_slot_sun_evening,
} satisfies Record<Slot, Label>;

export const GENDER_LABELS = {
  female: m.fields_gender_female,
  male: m.fields_gender_male,
  diverse: m.fields_gender_diverse,
} satisfies Record<Gender, Label>;

export const AGE_BAND_LABELS = {
  under_18: m.fields_age_under_18,
  "18_26": m.fields_age_18_26,
  "27_39": m.fields_age_27_39,
  "40_59": m.fields_age_40_59,
  "60_plus": m.fields_age_60_plus,
} satisfies Record<AgeBand, Label>;

/** As the person who asks says it: „für mich mit Kind“. */
export const FOR_WHOM_LABELS = {
  self: m.fields_for_whom_self,
  with_child: m.fields_for_whom_with_child,
  family: m.fields_for_whom_family,
  group: m.fields_for_whom_group,
} satisfies Record<ForWhom, Label>;

/** As staff and mentors say it about somebody else: „eine Person mit Kind“. */
export const FOR_WHOM_STAFF_LABELS = {
  self: m.fields_for_whom_staff_self,
  with_child: m.fields_for_whom_staff_with_child,
  family: m.fields_for_whom_staff_family,
  group: m.fields_for_whom_staff_group,
} satisfies Record<ForWhom, Label>;

export const REQUEST_KIND_LABELS = {
  tandem: m.fields_kind_tandem,
  accompaniment: m.fields_kind_accompaniment,
} satisfies Record<RequestKind, Label>;

export const CHANNEL_LABELS = {
  phone: m.fields_channel_phone,
  whatsapp: m.fields_channel_whatsapp,
  sms: m.fields_channel_sms,
  email: m.fields_channel_email,
  in_person: m.fields_channel_in_person,
  via_contact_person: m.fields_channel_via_contact_person,
} satisfies Record<ChannelKind, Label>;

/** `eligible` is computed, not stored: pass it instead of the status where `eligible` is true. */
export const VOLUNTEER_STATUS_LABELS = {
  applied: m.fields_volunteer_status_applied,
  interviewed: m.fields_volunteer_status_interviewed,
  in_training: m.fields_volunteer_status_in_training,
  eligible: m.fields_volunteer_status_eligible,
  paused: m.fields_volunteer_status_paused,
  left: m.fields_volunteer_status_left,
} satisfies Record<VolunteerStatus | "eligible", Label>;

export const REQUEST_STATUS_LABELS = {
  submitted: m.fields_request_status_submitted,
  clarified: m.fields_request_status_clarified,
  open: m.fields_request_status_open,
  in_proposal: m.fields_request_status_in_proposal,
  in_tandem: m.fields_request_status_in_tandem,
  closed: m.fields_request_status_closed,
} satisfies Record<RequestStatus, Label>;

export const TANDEM_STATUS_LABELS = {
  introduced: m.fields_tandem_status_introduced,
  active: m.fields_tandem_status_active,
  paused: m.fields_tandem_status_paused,
  ended: m.fields_tandem_status_ended,
} satisfies Record<TandemStatus, Label>;

export const PROPOSAL_STATE_LABELS = {
  awaiting_volunteer: m.fields_proposal_state_awaiting_volunteer,
  awaiting_mentee: m.fields_proposal_state_awaiting_mentee,
  awaiting_confirmation: m.fields_proposal_state_awaiting_confirmation,
  confirmed: m.fields_proposal_state_confirmed,
  declined_by_volunteer: m.fields_proposal_state_declined_by_volunteer,
  declined_by_mentee: m.fields_proposal_state_declined_by_mentee,
  declined_by_coordinator: m.fields_proposal_state_declined_by_coordinator,
  withdrawn: m.fields_proposal_state_withdrawn,
  expired: m.fields_proposal_state_expired,
} satisfies Record<ProposalState, Label>;

export const CLOSING_REASON_LABELS = {
  withdrawn: m.fields_closing_withdrawn,
  tandem_ended: m.fields_closing_tandem_ended,
  found_elsewhere: m.fields_closing_found_elsewhere,
  moved: m.fields_closing_moved,
  no_contact: m.fields_closing_no_contact,
  not_wished_any_more: m.fields_closing_not_wished_any_more,
  not_our_service: m.fields_closing_not_our_service,
  other: m.fields_closing_other,
} satisfies Record<ClosingReason, Label>;

export const ENDING_REASON_LABELS = {
  goal_reached: m.fields_ending_goal_reached,
  moved: m.fields_ending_moved,
  no_time: m.fields_ending_no_time,
  no_contact: m.fields_ending_no_contact,
  did_not_fit: m.fields_ending_did_not_fit,
  conflict: m.fields_ending_conflict,
  onward_migration: m.fields_ending_onward_migration,
  deportation: m.fields_ending_deportation,
  safeguarding: m.fields_ending_safeguarding,
  other: m.fields_ending_other,
} satisfies Record<TandemEndingReason, Label>;

export const GAP_LABELS = {
  interview: m.fields_gap_interview,
  secrecy_declaration: m.fields_gap_secrecy_declaration,
  agreement: m.fields_gap_agreement,
  certificate: m.fields_gap_certificate,
  fuehrungszeugnis: m.fields_gap_fuehrungszeugnis,
  left: m.fields_gap_left,
} satisfies Record<EligibilityGap, Label>;

/** A table of labels as choices for a select or cards, in the table's order. */
export const choicesOf = <T extends string>(labels: Record<T, Label>): { value: T; label: string }[] =>
  (Object.keys(labels) as T[]).map((value) => ({ value, label: labels[value]() }));

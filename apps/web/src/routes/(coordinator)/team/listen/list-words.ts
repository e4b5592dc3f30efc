import type { ImportField, ImportKind } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";

export const KIND_LABELS = {
  volunteers: m.lists_kind_volunteers,
  requests: m.lists_kind_requests,
} satisfies Record<ImportKind, () => string>;

/** What a column becomes. */
export const FIELD_LABELS = {
  firstName: m.lists_field_first_name,
  lastName: m.lists_field_last_name,
  fullName: m.lists_field_full_name,
  chosenName: m.lists_field_chosen_name,
  email: m.lists_field_email,
  phone: m.lists_field_phone,
  district: m.lists_field_district,
  postalCode: m.lists_field_postal_code,
  languages: m.lists_field_languages,
  times: m.lists_field_times,
  topics: m.lists_field_topics,
  interests: m.lists_field_interests,
  gender: m.lists_field_gender,
  age: m.lists_field_age,
  reachKm: m.lists_field_reach_km,
  capacity: m.lists_field_capacity,
  menteeGender: m.lists_field_mentee_gender,
  mentorGender: m.lists_field_mentor_gender,
  eveningOnly: m.lists_field_evening_only,
  forWhom: m.lists_field_for_whom,
  interpreterNeeded: m.lists_field_interpreter_needed,
  otherContact: m.lists_field_other_contact,
  contactPerson: m.lists_field_contact_person,
  appliedOn: m.lists_field_applied_on,
  submittedOn: m.lists_field_submitted_on,
} satisfies Record<ImportField, () => string>;

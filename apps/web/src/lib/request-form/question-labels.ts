import { m } from "#lib/paraglide/messages.js";

/** Names of the fields in the error summary. */
export const questionLabels = (): Record<string, string> => ({
  languages: m.newcomer_review_languages(),
  district: m.newcomer_district_label(),
  postalCode: m.newcomer_postal_code(),
  slots: m.newcomer_review_times(),
  topics: m.newcomer_review_topics(),
  interests: m.newcomer_review_interests(),
  forWhom: m.newcomer_review_for_whom(),
  kind: m.newcomer_kind_title(),
  chosenName: m.newcomer_contact_name(),
  phone: m.newcomer_contact_phone(),
  email: m.newcomer_contact_email(),
  otherContact: m.newcomer_contact_other(),
  lookMyself: m.newcomer_contact_reach(),
  contactPerson: m.newcomer_contact_person(),
});

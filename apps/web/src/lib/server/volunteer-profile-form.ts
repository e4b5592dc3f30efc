import type { VolunteerProfile } from "@augenhoehe/contract";
import { AGE_BANDS, FOR_WHOM, GENDERS, type Locale } from "@augenhoehe/domain";
import { m } from "#lib/paraglide/messages.js";
import type { SubmittedForm } from "./form.ts";

type Prefix = "" | "profile.";

/** What `VolunteerProfileFields` sent, as the api takes it. `locale` is the language of mails to this person. */
export function readVolunteerProfile(form: SubmittedForm, locale: Locale, prefix: Prefix = ""): VolunteerProfile {
  const at = (name: string) => prefix + name;
  return {
    firstName: form.text(at("firstName")),
    lastName: form.text(at("lastName")),
    phone: form.optional(at("phone")),
    locale,
    languages: form.languages(at("languages")),
    district: form.optional(at("district")),
    reachKm: form.number(at("reachKm")),
    slots: form.slots(at("slots")),
    topics: form.list(at("topics")),
    interests: form.list(at("interests")),
    gender: form.choice(at("gender"), GENDERS),
    ageBand: form.choice(at("ageBand"), AGE_BANDS),
    wishes: {
      menteeGender: form.choice(at("wishes.menteeGender"), GENDERS),
      menteeAgeBands: form.choices(at("wishes.menteeAgeBands"), AGE_BANDS),
      forWhom: form.choices(at("wishes.forWhom"), FOR_WHOM),
    },
    capacity: form.number(at("capacity")) ?? 1,
    releasePhone: form.flag(at("releasePhone")),
    releaseEmail: form.flag(at("releaseEmail")),
  };
}

/** Label of each field by name, for the error summary. */
export const volunteerProfileLabels = (prefix: Prefix = ""): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      firstName: m.volunteer_field_first_name(),
      lastName: m.volunteer_field_last_name(),
      phone: m.volunteer_field_phone(),
      languages: m.volunteer_field_languages(),
      district: m.volunteer_field_district(),
      reachKm: m.volunteer_field_reach(),
      slots: m.volunteer_field_slots(),
      topics: m.volunteer_field_topics(),
      interests: m.volunteer_field_interests(),
      capacity: m.volunteer_field_capacity(),
      gender: m.volunteer_field_gender(),
      ageBand: m.volunteer_field_age(),
    }).map(([name, label]) => [prefix + name, label]),
  );

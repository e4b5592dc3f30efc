import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import HandHelping from "@lucide/svelte/icons/hand-helping";
import Heart from "@lucide/svelte/icons/heart";
import Languages from "@lucide/svelte/icons/languages";
import ListChecks from "@lucide/svelte/icons/list-checks";
import MapPin from "@lucide/svelte/icons/map-pin";
import Phone from "@lucide/svelte/icons/phone";
import UserRound from "@lucide/svelte/icons/user-round";
import Users from "@lucide/svelte/icons/users";
import { m } from "#lib/paraglide/messages.js";
import type { RequestStepKey } from "./step-keys.ts";

interface StepWords {
  readonly icon: typeof Phone;
  readonly title: () => string;
  readonly text: (() => string) | null;
  /** In the overview. */
  readonly name: () => string;
}

/** One question each: picture, question, one sentence. */
export const REQUEST_STEPS: Readonly<Record<RequestStepKey, StepWords>> = {
  sprachen: {
    icon: Languages,
    title: m.newcomer_languages_title,
    text: m.newcomer_languages_text,
    name: m.newcomer_review_languages,
  },
  stadtteil: {
    icon: MapPin,
    title: m.newcomer_district_title,
    text: m.newcomer_district_text,
    name: m.newcomer_review_district,
  },
  zeiten: {
    icon: CalendarClock,
    title: m.newcomer_times_title,
    text: m.newcomer_times_text,
    name: m.newcomer_review_times,
  },
  themen: {
    icon: HandHelping,
    title: m.newcomer_topics_title,
    text: m.newcomer_topics_text,
    name: m.newcomer_review_topics,
  },
  interessen: {
    icon: Heart,
    title: m.newcomer_interests_title,
    text: m.newcomer_interests_text,
    name: m.newcomer_review_interests,
  },
  "fuer-wen": { icon: Users, title: m.newcomer_for_whom_title, text: null, name: m.newcomer_review_for_whom },
  wuensche: {
    icon: ListChecks,
    title: m.newcomer_wishes_title,
    text: m.newcomer_wishes_text,
    name: m.newcomer_review_wishes,
  },
  "ueber-mich": {
    icon: UserRound,
    title: m.newcomer_about_title,
    text: m.newcomer_about_text,
    name: m.newcomer_review_about,
  },
  kontakt: {
    icon: Phone,
    title: m.newcomer_contact_title,
    text: m.newcomer_contact_text,
    name: m.newcomer_review_contact,
  },
};

import type { RequestAnswers } from "@augenhoehe/contract";
import { FOR_WHOM, REQUEST_KINDS } from "@augenhoehe/domain";
import { isPageLocale } from "#lib/locale.ts";
import { UNKNOWN_DISTRICT } from "#lib/request-form/question-choices.ts";
import type { SubmittedForm } from "#lib/server/form.ts";
import { readAbout, readReleases, readWishes } from "#lib/server/request-questions.ts";

/** The same answers as on the newcomer's path, from one page. */
export function readDeskAnswers(form: SubmittedForm): RequestAnswers {
  const district = form.text("district");
  const locale = form.text("locale");
  return {
    kind: form.choice("kind", REQUEST_KINDS) ?? "tandem",
    chosenName: form.text("chosenName"),
    locale: isPageLocale(locale) ? locale : "de",
    languages: form.languages("languages"),
    district: district === "" || district === UNKNOWN_DISTRICT ? null : district,
    reachKm: form.number("reachKm"),
    slots: form.slots("slots"),
    topics: form.list("topics"),
    interests: form.list("interests"),
    forWhom: form.choice("forWhom", FOR_WHOM) ?? "self",
    phone: form.optional("phone"),
    email: form.optional("email"),
    otherContact: form.optional("otherContact"),
    ...readAbout(form),
    ...readWishes(form),
    ...readReleases(form),
  };
}

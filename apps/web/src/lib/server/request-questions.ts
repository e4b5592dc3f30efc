import type { DraftAnswers, NetworkProfile } from "@augenhoehe/contract";
import { AGE_BANDS, FOR_WHOM, GENDERS, REQUEST_KINDS } from "@augenhoehe/domain";
import type { PageLocale } from "#lib/locale.ts";
import { m } from "#lib/paraglide/messages.js";
import { UNKNOWN_DISTRICT, districtsOfPostalCode, type QuestionChoices } from "#lib/request-form/question-choices.ts";
import type { RequestStepKey } from "#lib/request-form/step-keys.ts";
import type { SubmittedForm } from "./form.ts";
import { languageChoices } from "./language-name.ts";

export function questionChoices(network: NetworkProfile, locale: PageLocale): QuestionChoices {
  const { districts, topics, interests } = network;
  return { languages: languageChoices(locale), districts, topics, interests };
}

/** What a submitted question adds to the answers, or what to say at its fields. */
export type ReadQuestion = { readonly answers: DraftAnswers } | { readonly errors: Record<string, string> };

export function readQuestion(step: RequestStepKey, form: SubmittedForm, network: NetworkProfile): ReadQuestion {
  switch (step) {
    case "sprachen":
      return { answers: { languages: form.languages("languages") } };
    case "stadtteil":
      return readDistrict(form, network);
    case "zeiten":
      return { answers: { slots: form.slots("slots") } };
    case "themen":
      return { answers: { topics: form.list("topics") } };
    case "interessen":
      return { answers: { interests: form.list("interests") } };
    case "fuer-wen":
      return {
        answers: {
          forWhom: form.choice("forWhom", FOR_WHOM) ?? "self",
          kind: form.choice("kind", REQUEST_KINDS) ?? "tandem",
        },
      };
    case "wuensche":
      return { answers: readWishes(form) };
    case "ueber-mich":
      return { answers: readAbout(form) };
    case "kontakt":
      return readContact(form);
  }
}

export const readAbout = (form: SubmittedForm) => ({
  gender: form.choice("gender", GENDERS),
  ageBand: form.choice("ageBand", AGE_BANDS),
});

export const readWishes = (form: SubmittedForm) => ({
  wishes: {
    mentorGender: form.choice("wishes.mentorGender", GENDERS),
    mentorAgeBands: form.choices("wishes.mentorAgeBands", AGE_BANDS),
    eveningOnly: form.flag("wishes.eveningOnly"),
  },
  interpreterNeeded: form.flag("interpreterNeeded"),
});

/** The list wins over the postal code; a code of several districts asks which one. */
function readDistrict(form: SubmittedForm, { districts, city }: NetworkProfile): ReadQuestion {
  const reachKm = form.number("reachKm");
  const chosen = form.text("district");
  const code = form.text("postalCode");
  if (chosen === UNKNOWN_DISTRICT) return { answers: { district: null, reachKm } };
  if (chosen !== "" || code === "") return { answers: { district: chosen === "" ? null : chosen, reachKm } };
  const found = districtsOfPostalCode(districts, code);
  if (found.length === 0) return { errors: { postalCode: m.newcomer_postal_code_unknown({ code, city }) } };
  if (found.length > 1) return { errors: { district: m.newcomer_postal_code_several({ code }) } };
  return { answers: { district: found[0]?.key ?? null, reachKm } };
}

/** Somebody says how to be reached, or that they will look themself: silence on it would lose them. */
function readContact(form: SubmittedForm): ReadQuestion {
  const [phone, email, otherContact] = [form.optional("phone"), form.optional("email"), form.optional("otherContact")];
  const isReachable = phone !== null || email !== null || otherContact !== null;
  const errors: Record<string, string> = {};
  if (form.text("chosenName") === "") errors["chosenName"] = m.fields_error_required();
  if (!isReachable && !form.flag("lookMyself")) errors["lookMyself"] = m.newcomer_contact_one_way();
  if (Object.keys(errors).length > 0) return { errors };
  return { answers: { chosenName: form.text("chosenName"), phone, email, otherContact, ...readReleases(form) } };
}

export const readReleases = (form: SubmittedForm) => ({
  releasePhone: form.flag("releasePhone") && form.optional("phone") !== null,
  releaseEmail: form.flag("releaseEmail") && form.optional("email") !== null,
  contactPerson: form.optional("contactPerson"),
});

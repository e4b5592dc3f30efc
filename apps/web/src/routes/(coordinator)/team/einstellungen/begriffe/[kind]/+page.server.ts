import { error, redirect } from "@sveltejs/kit";
import type { Term } from "@augenhoehe/contract";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm, type SubmittedForm } from "#lib/server/form.ts";
import { failSaying } from "../../fail-saying.ts";
import { isolated } from "#lib/messages/isolated.ts";
import { keyOf } from "../../key-of.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

const KINDS = { themen: "topic", interessen: "interest" } as const;
const NEW_ROWS = 3;
const LANGUAGES = ["de", "en", "ar"] as const;

const kindOf = ({ params }: RequestEvent | Parameters<PageServerLoad>[0]): "topic" | "interest" => {
  const kind = params.kind === "themen" || params.kind === "interessen" ? KINDS[params.kind] : undefined;
  if (kind === undefined) error(404, refusalMessage("not_found"));
  return kind;
};

export const load: PageServerLoad = async (event) => {
  const kind = kindOf(event);
  const settings = requireData(event, await api(event).call("readSettings"));
  const terms = kind === "topic" ? settings.topics : settings.interests;
  const title = kind === "topic" ? m.settings_topics_title() : m.settings_interests_title();
  return {
    pageForm: true,
    title,
    saved: event.url.searchParams.has("gespeichert"),
    rows: [
      ...terms.map(({ key, labels }) => ({ key, de: labels.de ?? "", en: labels.en ?? "", ar: labels.ar ?? "" })),
      ...Array.from({ length: NEW_ROWS }, () => ({ key: "", de: "", en: "", ar: "" })),
    ],
  };
};

interface TypedTerm {
  readonly row: number;
  readonly place: number;
  readonly term: Term;
}

export const actions: Actions = {
  keepTyped,
  save: async (event) => {
    const kind = kindOf(event);
    const form = await readForm(event);
    const settings = requireData(event, await api(event).call("readSettings"));
    const typed = readTerms(form, kind === "topic" ? settings.topics : settings.interests);
    const nameless = typed.filter(({ term }) => term.labels.de === "");
    if (nameless.length > 0) {
      const missing = nameless.map(({ row }) => [`terms.${row}.de`, m.settings_terms_german_missing()]);
      return failAt(form, Object.fromEntries(missing));
    }
    const terms = typed.toSorted((a, b) => a.place - b.place).map(({ term }) => term);
    const result = await api(event).call("updateTerms", { body: { kind, terms } });
    if (result.ok) redirect(303, `/team/einstellungen/begriffe/${event.params.kind}?gespeichert`);
    const { error: problem } = result;
    if (problem.code !== "refused" || problem.refusal !== "term_in_use") return failWith(result, form);
    return failSaying(result, form, m.settings_terms_in_use({ term: isolated(String(problem.facts?.["term"])) }));
  },
};

/** Rows that stay, in the order of their places; empty new rows and ticked ones fall away. */
function readTerms(form: SubmittedForm, stored: readonly Term[]): TypedTerm[] {
  const keys = new Set(stored.map(({ key }) => key));
  const count = Math.min(250, form.number("rows") ?? 0);
  return Array.from({ length: count }, (_, row) => row).flatMap((row) => {
    const known = stored.find(({ key }) => key === form.text(`terms.${row}.key`));
    const words = LANGUAGES.map((language) => [language, form.text(`terms.${row}.${language}`)] as const);
    const isEmpty = known === undefined && words.every(([, word]) => word === "");
    if (isEmpty || form.flag(`terms.${row}.remove`)) return [];
    const key = known?.key ?? keyOf(form.text(`terms.${row}.de`) || form.text(`terms.${row}.en`), "_", keys);
    keys.add(key);
    const told = Object.fromEntries(words.filter(([language, word]) => language === "de" || word !== ""));
    const { en: _en, ar: _ar, ...elsewhere } = known?.labels ?? {};
    const term = { key, labels: { ...elsewhere, ...told }, icon: known?.icon ?? null };
    return [{ row, place: form.number(`terms.${row}.place`) ?? row + 1, term }];
  });
}

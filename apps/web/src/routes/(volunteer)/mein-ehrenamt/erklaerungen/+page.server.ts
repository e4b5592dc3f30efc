import { redirect } from "@sveltejs/kit";
import { DECLARATION_KINDS } from "@augenhoehe/contract";
import { fieldMessage } from "#lib/messages/field-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failAt, failWith, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import type { Actions, PageServerLoad } from "./$types";

const SIGN = {
  secrecy: m.volunteer_declarations_sign_secrecy,
  agreement: m.volunteer_declarations_sign_agreement,
};

export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const { declarations } = requireData(event, await api(event).call("readMyDeclarations", { query: { locale } }));
  const { profile } = requireData(event, await api(event).call("readMyHome"));
  const f = formats(locale);
  const views = declarations.map(({ signedVersion, signedAt, ...text }) => ({
    ...text,
    isSigned: signedVersion === text.version,
    signed: signedAt === null ? null : m.volunteer_declarations_signed({ date: f.date(signedAt) }),
    outdated:
      signedVersion === null || signedVersion === text.version
        ? null
        : m.volunteer_declarations_outdated({ version: signedVersion }),
    sign: SIGN[text.kind](),
  }));
  return {
    declarations: views,
    isGerman: locale === "de",
    name: `\u2068${profile.firstName} ${profile.lastName}\u2069`,
    allSigned: views.every(({ isSigned }) => isSigned),
    justSigned: event.url.searchParams.has("unterschrieben"),
  };
};

export const actions: Actions = {
  sign: async (event) => {
    const form = await readForm(event);
    const kind = form.choice("kind", DECLARATION_KINDS);
    if (kind === null) return failAt(form, { kind: fieldMessage("invalid_choice") });
    const body = { kind, version: form.number("version") ?? 0, typedName: form.text(`typedName.${kind}`) };
    const result = await api(event).call("signMyDeclaration", { body });
    if (result.ok) redirect(303, "/mein-ehrenamt/erklaerungen?unterschrieben=ja");
    if (result.error.code !== "invalid_input") return failWith(result, form);
    const issues = result.error.issues.map((issue) => ({ ...issue, path: `${issue.path}.${kind}` }));
    return failWith({ ...result, error: { ...result.error, issues } }, form);
  },
};

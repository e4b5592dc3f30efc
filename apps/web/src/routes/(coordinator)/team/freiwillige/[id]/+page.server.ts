import { DECLARATION_KINDS, type EndpointInput, type endpoints } from "@augenhoehe/contract";
import { redirect } from "@sveltejs/kit";
import { fieldMessage } from "#lib/messages/field-message.ts";
import { api, requireData, type ApiResult } from "#lib/server/api.ts";
import { failAt, failWith, readForm } from "#lib/server/form.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";
import { volunteerWords } from "./volunteer-words.ts";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const volunteer = requireData(event, await api(event).call("readVolunteer", { params: { id: event.params.id } }));
  return {
    volunteer,
    words: volunteerWords(volunteer, network, event.locals.locale),
    done: DONE[event.url.searchParams.get("erledigt") ?? ""]?.() ?? null,
    today: new Date().toISOString().slice(0, 10),
  };
};

const DONE: Record<string, (() => string) | undefined> = {
  gespraech: m.people_interview_recorded,
  erklaerung: m.people_declaration_recorded,
  zeugnis: m.people_fz_recorded,
  "zeugnis-geloescht": m.people_fz_deleted,
  ausnahme: m.people_override_done,
  "neu-ausgestellt": m.certificates_reissued_told,
  zurueckgezogen: m.certificates_revoked_told,
  bescheinigung: m.certificates_service_issued_told,
  schutz: m.people_protection_done,
  pause: m.people_paused,
  zurueck: m.people_resumed,
  abschied: m.people_left,
  gespeichert: m.people_saved,
};

type Interview = EndpointInput<(typeof endpoints)["recordInterview"]>["body"];

/** Runs a command and comes back to the page with what was done, or with the form and why not. */
async function run(
  event: RequestEvent,
  done: string,
  command: (form: Awaited<ReturnType<typeof readForm>>) => Promise<ApiResult<unknown>>,
) {
  const form = await readForm(event);
  const result = await command(form);
  if (!result.ok) return failWith(result, form);
  redirect(303, `/team/freiwillige/${event.params.id}?erledigt=${done}`);
}

export const actions: Actions = {
  interview: (event) =>
    run(event, "gespraech", (form) => {
      const body: Interview = { heldOn: form.text("heldOn"), note: form.text("note") };
      return api(event).call("recordInterview", { params: event.params, body });
    }),
  declaration: async (event) => {
    const form = await readForm(event);
    const kind = form.choice("kind", DECLARATION_KINDS);
    if (kind === null) return failAt(form, { kind: fieldMessage("invalid_choice") });
    const body = { kind, signedOn: form.text("signedOn") };
    const result = await api(event).call("recordDeclaration", { params: event.params, body });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/freiwillige/${event.params.id}?erledigt=erklaerung`);
  },
  zeugnis: (event) =>
    run(event, "zeugnis", (form) => {
      const body = {
        inspectedOn: form.text("inspectedOn"),
        certificateDate: form.text("certificateDate"),
        listedConviction: form.text("listedConviction") === "yes",
      };
      return api(event).call("recordFuehrungszeugnis", { params: event.params, body });
    }),
  zeugnisLoeschen: (event) =>
    run(event, "zeugnis-geloescht", () => api(event).call("deleteFuehrungszeugnis", { params: event.params })),
  ausnahme: (event) =>
    run(event, "ausnahme", (form) =>
      api(event).call("overrideCertificate", { params: event.params, body: { reason: form.text("reason") } }),
    ),
  ausnahmeBeenden: (event) =>
    run(event, "ausnahme", () =>
      api(event).call("overrideCertificate", { params: event.params, body: { reason: null } }),
    ),
  schutz: (event) =>
    run(event, "schutz", (form) =>
      api(event).call("clearForProtected", { params: event.params, body: { cleared: form.flag("cleared") } }),
    ),
  neuAusstellen: (event) =>
    run(event, "neu-ausgestellt", (form) =>
      api(event).call("reissueCertificate", { params: { id: form.text("certificateId") } }),
    ),
  zurueckziehen: (event) =>
    run(event, "zurueckgezogen", (form) => {
      const id = form.text("certificateId");
      return api(event).call("revokeCertificate", { params: { id }, body: { reason: form.text(`reason.${id}`) } });
    }),
  pause: (event) => run(event, "pause", () => api(event).call("pauseVolunteer", { params: event.params })),
  zurueck: (event) => run(event, "zurueck", () => api(event).call("resumeVolunteer", { params: event.params })),
  abschied: (event) => run(event, "abschied", () => api(event).call("endVolunteer", { params: event.params })),
};

import { redirect } from "@sveltejs/kit";
import type { ApiError, Material } from "@augenhoehe/contract";
import { MATERIAL_FAULTS, MATERIAL_MAX_BYTES, type MaterialFault } from "@augenhoehe/domain";
import type { RequestEvent } from "@sveltejs/kit";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData, type ApiResult } from "#lib/server/api.ts";
import { failAt, failWith, readForm, readUpload } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { materialView } from "#lib/server/material-view.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { Actions, PageServerLoad } from "./$types";

const TOLD = { added: m.material_told_added, replaced: m.material_told_replaced, deleted: m.material_told_deleted };
const isTold = (value: string | null): value is keyof typeof TOLD => value !== null && Object.hasOwn(TOLD, value);

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const list = requireData(event, await api(event).call("listMaterials", { params: { id } }));
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  const told = event.url.searchParams.get("meldung");
  const view = (material: Material) => materialView(material, when);
  return {
    id,
    title: list.courseTitle,
    told: isTold(told) ? TOLD[told]() : null,
    placesLeft: list.placesLeft,
    modules: list.modules.map(({ key, title, materials }) => ({ key, title, materials: materials.map(view) })),
  };
};

const FAULTS = {
  ending: m.refusals_material_type_not_allowed,
  content: m.material_fault_content,
  active: m.material_fault_active,
  locked: m.material_fault_locked,
  hidden: m.material_fault_hidden,
} as const satisfies Record<MaterialFault, () => string>;

/** What is wrong with the file, at its field; null for everything that is about the page as a whole. */
function fileProblem(error: ApiError): string | null {
  if (error.code === "body_too_large") return m.refusals_material_too_large();
  if (error.code !== "refused") return null;
  if (error.refusal === "material_too_large" || error.refusal === "material_too_many") {
    return refusalMessage(error.refusal);
  }
  const fault = MATERIAL_FAULTS.find((known) => known === error.facts?.["fault"]);
  return error.refusal === "material_type_not_allowed" ? FAULTS[fault ?? "ending"]() : null;
}

interface SentFile {
  readonly fileName: string;
  readonly contentBase64: string;
}

/** The field is named after what the file belongs to, so that one of many forms on the page shows what went wrong. */
async function sendFile(
  event: RequestEvent,
  { field, told }: { field: string; told: keyof typeof TOLD },
  send: (file: SentFile) => Promise<ApiResult<unknown>>,
) {
  const form = await readUpload(event);
  if (form === null) return failAt(form, { [field]: m.refusals_material_too_large() });
  const file = form.file("file");
  if (file === null) return failAt(form, { [field]: m.material_file_missing() });
  if (file.size > MATERIAL_MAX_BYTES) return failAt(form, { [field]: m.refusals_material_too_large() });
  const contentBase64 = Buffer.from(await file.arrayBuffer()).toString("base64");
  const result = await send({ fileName: file.name.slice(-400), contentBase64 });
  if (result.ok) redirect(303, `${event.url.pathname}?meldung=${told}`);
  const problem = fileProblem(result.error);
  return problem === null ? failWith(result, form) : failAt(form, { [field]: problem });
}

export const actions: Actions = {
  add: (event) => {
    const moduleKey = event.url.searchParams.get("modul") ?? "";
    return sendFile(event, { field: `file-${moduleKey}`, told: "added" }, (file) =>
      api(event).call("addMaterial", { params: { id: event.params.id }, body: { moduleKey, ...file } }),
    );
  },
  replace: (event) => {
    const id = event.url.searchParams.get("datei") ?? "";
    return sendFile(event, { field: `file-${id}`, told: "replaced" }, (file) =>
      api(event).call("replaceMaterial", { params: { id }, body: file }),
    );
  },
  delete: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("deleteMaterial", { params: { id: form.text("materialId") } });
    if (!result.ok) return failWith(result, form);
    redirect(303, `${event.url.pathname}?meldung=deleted`);
  },
};

import { redirect } from "@sveltejs/kit";
import { IMPORT_FIELDS, ROW_STATUSES, type ImportPreview } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failAt, failWith, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { pageNumber } from "#lib/server/list-filter.ts";
import { FIELD_LABELS } from "../list-words.ts";
import { previewRows } from "./preview-rows.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const status = ROW_STATUSES.find((known) => known === event.url.searchParams.get("status"));
  const { id } = event.params;
  const query = { page: pageNumber(event.url), status };
  const preview = requireData(event, await api(event).call("readImport", { params: { id }, query }));
  const { locale } = event.locals;
  const when = formats(locale, network.timeZone);
  const { kind, counts, created, total, page, pageSize, cellsKept } = preview;
  return {
    ...{ kind, counts, created, total, page, pageSize, cellsKept, status: status ?? null },
    file: isolated(preview.fileName),
    readAs: readAs(preview),
    columns: preview.columns.map((column, index) => ({
      ...column,
      header: column.header || m.lists_column_nameless({ number: index + 1 }),
    })),
    fields: preview.fields.map((field) => ({ value: field, label: FIELD_LABELS[field]() })),
    unread: when.list(
      preview.columns
        .filter(({ field, isNeverRead }) => field === null && !isNeverRead)
        .map(({ header }) => isolated(header || m.lists_column_empty())),
    ),
    rows: previewRows(preview, { network, locale, when }),
    applied: appliedNumbers(event.url),
    remapped: event.url.searchParams.has("gelesen"),
  };
};

function readAs({ encoding, delimiter }: ImportPreview): string {
  if (encoding === "xlsx") return m.lists_read_as_workbook();
  const names = { ";": m.lists_delimiter_semicolon(), ",": m.lists_delimiter_comma() };
  const name = delimiter === ";" || delimiter === "," ? names[delimiter] : m.lists_delimiter_tab();
  return m.lists_read_as_text({ encoding: encoding === "utf-8" ? "UTF-8" : "Windows-1252", delimiter: name });
}

/** What the last press on "take over" did, as the redirect after it says. */
function appliedNumbers(url: URL): { created: number; unchanged: number; leftOut: number } | null {
  const told = /^(\d{1,5})-(\d{1,5})-(\d{1,5})$/.exec(url.searchParams.get("uebernommen") ?? "");
  if (told === null) return null;
  return { created: Number(told[1]), unchanged: Number(told[2]), leftOut: Number(told[3]) };
}

export const actions: Actions = {
  remap: async (event) => {
    const form = await readForm(event);
    const { id } = event.params;
    const columns = Number(form.text("columns"));
    const mapping = Array.from({ length: Math.min(200, columns || 0) }, (_, column) =>
      form.choice(`mapping.${column}`, IMPORT_FIELDS),
    );
    const result = await api(event).call("remapImport", { params: { id }, body: { mapping } });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/listen/${id}?gelesen`);
  },
  apply: async (event) => {
    const form = await readForm(event);
    const { id } = event.params;
    const consentGiven = form.flag("consentGiven");
    if (form.text("kind") === "requests" && !consentGiven) {
      return failAt(form, { consentGiven: m.lists_consent_needed() });
    }
    const rows =
      form.text("what") === "all" ? ("all" as const) : form.list("rows").map(Number).filter(Number.isInteger);
    const result = await api(event).call("applyImport", { params: { id }, body: { rows, consentGiven } });
    if (!result.ok) return failWith(result, form);
    const { created, unchanged, leftOut } = result.data;
    redirect(303, `/team/listen/${id}?uebernommen=${created}-${unchanged}-${leftOut}`);
  },
  undo: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("undoImport", { params: { id: event.params.id } });
    return result.ok ? { undone: result.data } : failWith(result, form);
  },
  discard: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("discardImport", { params: { id: event.params.id } });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/team/listen?verworfen");
  },
};

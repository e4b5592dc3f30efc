import { redirect } from "@sveltejs/kit";
import { IMPORT_KINDS, type EndpointOutput, type endpoints } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readUpload } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { languageChoices } from "#lib/server/language-name.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { KIND_LABELS } from "./list-words.ts";
import type { Actions, PageServerLoad } from "./$types";

type Item = EndpointOutput<typeof endpoints.listImports>["items"][number];

const LARGEST_FILE_BYTES = 10 * 1024 * 1024;

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const { items } = requireData(event, await api(event).call("listImports"));
  const { locale } = event.locals;
  const when = formats(locale, network.timeZone);
  return {
    pageForm: true,
    discarded: event.url.searchParams.has("verworfen"),
    kinds: IMPORT_KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind]() })),
    rows: items.map((item) => ({
      id: item.id,
      file: item.fileName,
      kind: KIND_LABELS[item.kind](),
      read: when.shortDateTime(item.createdAt),
      ...stateOf(item),
    })),
    languages: languageChoices(locale),
    districts: network.districts.map(({ key, name }) => ({ value: key, label: name })),
  };
};

function stateOf({ created, appliedAt, undoneAt }: Item): { state: string; tone: "done" | "waiting" | "plain" } {
  if (created > 0) return { state: m.lists_state_applied({ count: created }), tone: "done" };
  if (undoneAt !== null) return { state: m.lists_state_undone(), tone: "plain" };
  if (appliedAt !== null) return { state: m.lists_state_nothing_new(), tone: "plain" };
  return { state: m.lists_state_preview(), tone: "waiting" };
}

export const actions: Actions = {
  keepTyped,
  read: async (event) => {
    const form = await readUpload(event);
    if (form === null) return failAt(form, { file: m.lists_file_too_large() });
    const file = form.file("file");
    if (file === null) return failAt(form, { file: m.lists_file_missing() });
    if (file.size > LARGEST_FILE_BYTES) return failAt(form, { file: m.lists_file_too_large() });
    const contentBase64 = Buffer.from(await file.arrayBuffer()).toString("base64");
    const kind = form.choice("kind", IMPORT_KINDS) ?? "volunteers";
    const body = { kind, fileName: plainName(file.name), contentBase64 };
    const result = await api(event).call("previewImport", { body });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/listen/${result.data.id}`);
  },
};

/** As it is shown and kept: one line, not longer than a line. */
const plainName = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, 200) || m.lists_file();

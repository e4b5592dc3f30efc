/**
 * Which files a course may hand out and under which name. A file is what its last ending says and what its first
 * bytes say, and the two agree; its name is harmless on every system it may be saved on.
 */
export const MATERIAL_MAX_BYTES = 10 * 1024 * 1024;
export const MATERIALS_PER_COURSE = 40;
export const MATERIAL_NAME_LENGTH = 120;

export const MATERIAL_KINDS = ["pdf", "png", "jpeg", "docx", "xlsx", "pptx", "odt", "ods", "odp", "txt"] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

export const MATERIAL_CONTENT_TYPES = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
  txt: "text/plain; charset=utf-8",
} as const satisfies Record<MaterialKind, string>;

const ENDINGS: Readonly<Record<string, MaterialKind>> = {
  ...Object.fromEntries(MATERIAL_KINDS.map((kind) => [kind, kind])),
  jpg: "jpeg",
};

/** Why a file is not taken; the page says it in words and what to do instead. */
export const MATERIAL_FAULTS = ["ending", "content", "active", "locked", "hidden"] as const;
export type MaterialFault = (typeof MATERIAL_FAULTS)[number];

/** What the name promises: its last ending decides, so `bild.pdf.exe` is a program. Null for every other ending. */
export function materialKindOf(fileName: string): MaterialKind | null {
  const name = withoutInvisible(fileName).trim();
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return name.includes(".") ? (ENDINGS[ending] ?? null) : null;
}

/** Control characters, marks that turn the reading direction round, zero-width and other invisible ones. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;
const NOT_ON_EVERY_SYSTEM = /[<>:"|?*]/g;
/** Names of devices, which Windows opens instead of the file. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)$/i;
/** Looks like an ending before the real one. */
const INNER_ENDING = /\.(?=[a-z][a-z0-9]{1,5}(?:\.|$))/gi;
const NAMELESS = "datei";

const withoutInvisible = (name: string): string => name.normalize("NFC").replace(INVISIBLE, "");

/** The name it is shown and saved under: one part of a path, visible characters, one ending, at most 120 characters. */
export function cleanMaterialName(fileName: string, kind: MaterialKind): string {
  const lastPart = withoutInvisible(fileName).split(/[/\\]/).at(-1) ?? "";
  const dot = lastPart.lastIndexOf(".");
  const ending = `.${(dot === -1 ? kind : lastPart.slice(dot + 1)).trim().toLowerCase()}`;
  const stem = (dot === -1 ? lastPart : lastPart.slice(0, dot))
    .replace(NOT_ON_EVERY_SYSTEM, "-")
    .replace(/\s+/gu, " ")
    .replace(INNER_ENDING, "-")
    .replace(/^[\s.~-]+|[\s.]+$/gu, "");
  const known = stem === "" ? NAMELESS : DEVICE.test(stem.split(".")[0]?.trim() ?? "") ? `${NAMELESS}-${stem}` : stem;
  return `${cut(known, MATERIAL_NAME_LENGTH - ending.length)}${ending}`;
}

/** Between characters as people see them, so that none is left in half. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const starts = Array.from(new Intl.Segmenter().segment(text), ({ index }) => index);
  return text
    .slice(
      0,
      starts.findLast((index) => index <= length),
    )
    .trimEnd();
}

import { MATERIAL_CONTENT_TYPES, type MaterialFault } from "@augenhoehe/domain";
import { readZipDirectory, type ZipDirectory } from "./zip-directory.ts";

export type OpenXmlKind = "docx" | "xlsx" | "pptx";
export type OpenDocumentKind = "odt" | "ods" | "odp";

/** How Office says what the main part is; with macros it says something else. */
const MAIN_PARTS = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
} as const satisfies Record<OpenXmlKind, string>;

/** How a file that Office has locked with a password begins: as the formats of before 2007 did. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const ACTIVE_PART = /vbaProject|vbaData|activeX|oleObject|^(?:Basic|Scripts)\//i;
const PROGRAM = /\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|lnk|sh|app|reg)$/i;
const OUTSIDE_PART = /attachedTemplate|oleObject|subDocument|frame"/i;

export function inspectOpenXml(bytes: Buffer, kind: OpenXmlKind): MaterialFault | null {
  if (bytes.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) return "locked";
  const zip = readZipDirectory(bytes);
  const types = zip?.read("[Content_Types].xml") ?? null;
  if (zip === null || types === null) return "content";
  if (zip.hasLockedEntry) return "locked";
  if (hasActivePart(zip) || /macroEnabled|vbaProject|activeX/i.test(types) || loadsFromOutside(zip)) return "active";
  return types.includes(`"${MAIN_PARTS[kind]}"`) ? null : "content";
}

export function inspectOpenDocument(bytes: Buffer, kind: OpenDocumentKind): MaterialFault | null {
  const zip = readZipDirectory(bytes);
  if (zip?.firstStored !== "mimetype" || zip.read("mimetype") !== MATERIAL_CONTENT_TYPES[kind]) return "content";
  const manifest = zip.read("META-INF/manifest.xml");
  if (manifest === null) return "content";
  if (zip.hasLockedEntry || manifest.includes("encryption-data")) return "locked";
  return hasActivePart(zip) ? "active" : null;
}

const hasActivePart = ({ names }: ZipDirectory): boolean =>
  names.some((name) => ACTIVE_PART.test(name) || PROGRAM.test(name) || name.split(/[/\\]/).includes(".."));

/** A template or an object fetched from elsewhere on opening: how macros come in without being in the file. */
function loadsFromOutside(zip: ZipDirectory): boolean {
  return zip.names
    .filter((name) => name.endsWith(".rels"))
    .flatMap((name) => (zip.read(name) ?? "").match(/<Relationship\s[^>]*>/g) ?? [])
    .some((relation) => relation.includes('TargetMode="External"') && OUTSIDE_PART.test(relation));
}

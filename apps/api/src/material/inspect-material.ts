import type { MaterialFault, MaterialKind } from "@augenhoehe/domain";
import { inspectOpenDocument, inspectOpenXml } from "./inspect-office.ts";
import { inspectPdf } from "./inspect-pdf.ts";
import { endsAsZip } from "./zip-directory.ts";

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);
const JPEG_END = Buffer.from([0xff, 0xd9]);
/** Tags, a script's first line, or what another program would take for its own. */
const NOT_PROSE = /^\s*(?:<[!?/a-z]|#!|%PDF-|%!PS|\{\\rtf|MZ)/i;
const CONTROL = /[^\P{Cc}\t\n\r\f]/u;

/**
 * Whether a file is what its name says, from its first byte to its last, and nothing in it runs. Null: take it.
 * A scanner for known malware is not in this house; who runs one puts it before the server.
 */
export function inspectMaterial(bytes: Buffer, kind: MaterialKind): MaterialFault | null {
  switch (kind) {
    case "pdf":
      return inspectPdf(bytes) ?? hiddenArchive(bytes);
    case "png":
      return isPng(bytes) ? null : "content";
    case "jpeg":
      return isJpeg(bytes) ? hiddenArchive(bytes) : "content";
    case "txt":
      return isProse(bytes) ? null : "content";
    case "docx":
    case "xlsx":
    case "pptx":
      return inspectOpenXml(bytes, kind);
    case "odt":
    case "ods":
    case "odp":
      return inspectOpenDocument(bytes, kind);
  }
}

/** One file that is two: a picture that unpacks as an archive too. */
const hiddenArchive = (bytes: Buffer): MaterialFault | null => (endsAsZip(bytes) ? "hidden" : null);

/** Its chunks lead from the header to the end of the file, nothing behind. */
function isPng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return false;
  let at = PNG_SIGNATURE.length;
  for (let chunk = 0; at + 12 <= bytes.length; chunk++) {
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (chunk === 0 && type !== "IHDR") return false;
    at += 12 + bytes.readUInt32BE(at);
    if (type === "IEND") return at === bytes.length;
  }
  return false;
}

/** Phones write more pictures behind the first one, so the end is looked for and not required to be last. */
const isJpeg = (bytes: Buffer): boolean =>
  bytes.subarray(0, JPEG_START.length).equals(JPEG_START) && bytes.lastIndexOf(JPEG_END) > JPEG_START.length;

function isProse(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !CONTROL.test(text) && !NOT_PROSE.test(text);
  } catch {
    return false;
  }
}

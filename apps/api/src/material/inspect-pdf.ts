import { inflateSync } from "node:zlib";
import type { MaterialFault } from "@augenhoehe/domain";

const CLOSING_BYTES = 1024;
const LARGEST_OBJECTS = 8 * 1024 * 1024;
const MOST_OBJECTS = 32 * 1024 * 1024;

/** Runs on opening or on a click, starts programs, or carries another file along. */
const ACTIVE_NAME = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|XFA)(?![A-Za-z0-9])/;
const LOCKED_NAME = /\/Encrypt(?![A-Za-z0-9])/;

/**
 * Looks at what the file declares, pictures and fonts left out, and into its packed objects. It does not follow every
 * way in which a reader may mend a broken file: that a file is always saved and never shown here is the first wall.
 */
export function inspectPdf(bytes: Buffer): MaterialFault | null {
  if (bytes.toString("latin1", 0, 5) !== "%PDF-") return "content";
  if (!bytes.toString("latin1", Math.max(0, bytes.length - CLOSING_BYTES)).includes("%%EOF")) return "content";
  const { declared, packedObjects } = readDeclarations(bytes.toString("latin1"));
  const text = plainNames(declared);
  if (LOCKED_NAME.test(text)) return "locked";
  const objects = unpackObjects(bytes, packedObjects);
  if (objects === null || ACTIVE_NAME.test(text) || objects.some((object) => ACTIVE_NAME.test(plainNames(object)))) {
    return "active";
  }
  return null;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Everything outside of streams, and where the streams lie that hold objects. */
function readDeclarations(text: string): { declared: string; packedObjects: readonly Stretch[] } {
  const declared: string[] = [];
  const packedObjects: Stretch[] = [];
  const opening = /\bstream(?:\r\n|\n|\r)/g;
  let position = 0;
  for (;;) {
    opening.lastIndex = position;
    const start = opening.exec(text);
    const from = start === null ? text.length : start.index + start[0].length;
    const before = text.slice(position, start?.index ?? text.length);
    declared.push(before);
    if (start === null) return { declared: declared.join("\n"), packedObjects };
    const end = text.indexOf("endstream", from);
    const to = end === -1 ? text.length : end;
    const dictionary = plainNames(before.slice(before.lastIndexOf(" obj")));
    if (/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) packedObjects.push({ from, to });
    position = to + "endstream".length;
  }
}

/** `/J#61vaScript` is another spelling of the same name. */
const plainNames = (text: string): string =>
  text.includes("#")
    ? text.replace(/#([0-9a-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text;

/** Null when they cannot be read as they are usually packed, or are too many: then nobody knows what is in them. */
function unpackObjects(bytes: Buffer, stretches: readonly Stretch[]): readonly string[] | null {
  const objects: string[] = [];
  let total = 0;
  for (const { from, to } of stretches) {
    try {
      const object = inflateSync(bytes.subarray(from, to), { maxOutputLength: LARGEST_OBJECTS });
      total += object.length;
      objects.push(object.toString("latin1"));
    } catch {
      return null;
    }
    if (total > MOST_OBJECTS) return null;
  }
  return objects;
}

import { crc32, deflateRawSync, deflateSync } from "node:zlib";

/** Small files as Word, LibreOffice, a printer driver and a phone write them, and what somebody with bad intentions makes of them. */

interface ZipEntry {
  readonly name: string;
  readonly text: string;
  readonly stored?: boolean;
  readonly locked?: boolean;
  /** What the file itself calls the entry, where it differs from the directory. */
  readonly localName?: string;
}

export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, stored = false, locked = false, localName = name } of entries) {
    const content = Buffer.from(text);
    const packed = stored ? content : deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(locked ? 1 : 0, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), nameLength(common, localName), Buffer.from(localName)]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    const made = Buffer.from([20, 0]);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002"), made, nameLength(common, name), rest, Buffer.from(name)]),
    );
    files.push(local, packed);
    at += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, central, end]);
}

function nameLength(common: Buffer, name: string): Buffer {
  const copy = Buffer.from(common);
  copy.writeUInt16LE(Buffer.byteLength(name), 22);
  return copy;
}

const MAIN = {
  docx: ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"],
  xlsx: ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"],
  pptx: ["ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"],
} as const;

export function officeFile(
  kind: keyof typeof MAIN,
  more: readonly ZipEntry[] = [],
  type: string = MAIN[kind][1],
): Buffer {
  const [part] = MAIN[kind];
  const types = `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${type}"/></Types>`;
  return zipOf([{ name: "[Content_Types].xml", text: types }, { name: part, text: "<x>Guten Abend</x>" }, ...more]);
}

const OPEN_TYPES = {
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
} as const;

export const openDocumentFile = (
  kind: keyof typeof OPEN_TYPES,
  more: readonly ZipEntry[] = [],
  manifest = "<manifest:manifest/>",
): Buffer =>
  zipOf([
    { name: "mimetype", text: OPEN_TYPES[kind], stored: true },
    { name: "content.xml", text: "<x>Guten Abend</x>" },
    { name: "META-INF/manifest.xml", text: manifest },
    ...more,
  ]);

/** `objects` stand in the file as they are; `packed` lie in a packed stream of objects. */
export function pdfFile(objects = "", packed?: string): Buffer {
  const hidden = packed === undefined ? [] : [objectStream(packed)];
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${objects} >>\nendobj\n`, "latin1"),
    Buffer.from("2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n", "latin1"),
    ...hidden,
    Buffer.from("trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n", "latin1"),
  ]);
}

function objectStream(text: string): Buffer {
  const packed = deflateSync(Buffer.from(text, "latin1"));
  return Buffer.concat([
    Buffer.from(`3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
}

/** A page with a picture of this many bytes: what fills real files. */
export function largePdf(bytes: number): Buffer {
  const start = Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /XObject /Length ${bytes} >>\nstream\n`);
  const end = Buffer.from("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");
  const picture = Buffer.alloc(bytes - start.length - end.length);
  for (let at = 0, state = 1; at < picture.length; at++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    picture[at] = state >>> 16;
  }
  return Buffer.concat([start, picture, end]);
}

export const pngFile = (): Buffer => {
  const chunk = (type: string, content: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixel = deflateSync(Buffer.from([0, 46, 125, 90]));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixel), chunk("IEND", Buffer.alloc(0))]);
};

export const jpegFile = (): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    Buffer.from("JFIF\0"),
    Buffer.alloc(9),
    Buffer.from([0xff, 0xd9]),
  ]);

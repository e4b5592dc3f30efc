import { inflateRawSync } from "node:zlib";

/** An archive as its directory at the end describes it; office files are such archives. */
export interface ZipDirectory {
  readonly names: readonly string[];
  readonly hasLockedEntry: boolean;
  /** The name of the first entry when it lies there uncompressed, as the files of OpenDocument begin. */
  readonly firstStored: string | null;
  /** Text of one entry; null when there is none, or when it unpacks to more than such a part ever has. */
  read(name: string): string | null;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const LOCKED_FLAG = 1;
const MOST_ENTRIES = 5000;
/** What an office file may unpack to on somebody's phone. */
const MOST_BYTES = 250 * 1024 * 1024;
const LARGEST_PART = 2 * 1024 * 1024;

/** Where the closing record of an archive stands, when the bytes end with one. */
function endOfZip(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END && at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return null;
}

export const endsAsZip = (bytes: Buffer): boolean => endOfZip(bytes) !== null;

/**
 * Null for what is no archive from its first byte to its last: something before it, something between, entries that
 * the directory and the file itself call differently. Readers that disagree about those are how one file is two.
 */
export function readZipDirectory(bytes: Buffer): ZipDirectory | null {
  const end = endOfZip(bytes);
  if (end === null) return null;
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  if (start + size !== end) return null;
  const entries = readEntries(bytes, start, end, bytes.readUInt16LE(end + 10));
  if (entries === null || !entries.every((entry) => isAtItsPlace(bytes, entry, start))) return null;
  if (Math.min(...entries.map(({ at }) => at)) !== 0) return null;
  if (entries.reduce((sum, entry) => sum + entry.bytes, 0) > MOST_BYTES) return null;
  const first = entries.find(({ at }) => at === 0);
  return {
    names: entries.map(({ name }) => name),
    hasLockedEntry: entries.some(({ flags }) => (flags & LOCKED_FLAG) !== 0),
    firstStored: first?.method === STORED ? first.name : null,
    read: (name) => {
      const entry = entries.find((candidate) => candidate.name === name);
      return entry === undefined ? null : unpack(bytes, entry);
    },
  };
}

function readEntries(bytes: Buffer, start: number, end: number, count: number): Entry[] | null {
  if (count === 0 || count > MOST_ENTRIES) return null;
  const entries: Entry[] = [];
  for (let at = start; at < end;) {
    if (at + CENTRAL_BYTES > end || bytes.readUInt32LE(at) !== CENTRAL) return null;
    const nameBytes = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      bytes: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += CENTRAL_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries.length === count ? entries : null;
}

function isAtItsPlace(bytes: Buffer, entry: Entry, directoryStart: number): boolean {
  const { at, name } = entry;
  if (at + LOCAL_BYTES > directoryStart || bytes.readUInt32LE(at) !== LOCAL) return false;
  const nameBytes = bytes.readUInt16LE(at + 26);
  const localName = bytes.toString("utf8", at + LOCAL_BYTES, at + LOCAL_BYTES + nameBytes);
  return localName === name && contentStart(bytes, entry) + entry.packedBytes <= directoryStart;
}

const contentStart = (bytes: Buffer, { at }: Entry): number =>
  at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);

function unpack(bytes: Buffer, entry: Entry): string | null {
  const from = contentStart(bytes, entry);
  const packed = bytes.subarray(from, from + entry.packedBytes);
  if (entry.method === STORED) return packed.length > LARGEST_PART ? null : packed.toString("utf8");
  if (entry.method !== DEFLATED) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: LARGEST_PART }).toString("utf8");
  } catch {
    return null;
  }
}

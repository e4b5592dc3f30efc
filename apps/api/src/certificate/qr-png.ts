import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A QR code as PNG with one bit for each of its modules and no margin: a few hundred bytes, sharp at any size. */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { border: 0, ecc: "M" });
  const bytesPerLine = Math.ceil(size / 8) + 1;
  const lines = Buffer.alloc(bytesPerLine * size);
  data.forEach((line, y) =>
    line.forEach((isDark, x) => {
      const at = y * bytesPerLine + 1 + (x >> 3);
      if (!isDark) lines.writeUInt8(lines.readUInt8(at) | (0x80 >> (x & 7)), at);
    }),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.writeUInt8(1, 8);
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), chunk("IDAT", deflateSync(lines)), chunk("IEND")]);
}

function chunk(type: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

import { encode } from "uqr";
import { encodePng } from "./png.ts";

/** Codes are random: to every reader one mask is as good as another, and choosing takes longer than all the rest. */
const MASK = 3;

/** A QR code as PNG with one bit for each of its modules and no margin: a few hundred bytes, sharp at any size. */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { border: 0, ecc: "M", maskPattern: MASK });
  const bytesPerLine = Math.ceil(size / 8) + 1;
  const lines = Buffer.alloc(bytesPerLine * size);
  data.forEach((line, y) =>
    line.forEach((isDark, x) => {
      const at = y * bytesPerLine + 1 + (x >> 3);
      if (!isDark) lines.writeUInt8(lines.readUInt8(at) | (0x80 >> (x & 7)), at);
    }),
  );
  return encodePng({ width: size, height: size, bitDepth: 1, colourType: 0, lines });
}

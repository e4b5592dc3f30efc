import { createHash } from "node:crypto";
import { letterheadContent } from "../certificate/new-certificate.ts";
import { encodePng } from "../certificate/png.ts";
import type { DemoRows } from "../db/repositories/demo-rows.ts";
import type { DemoPlace } from "./demo-rows-of-people.ts";
import type { Demo } from "./generate-demo.ts";

type LetterheadRows = Pick<DemoRows, "letterheads" | "logos">;

const [WIDTH, HEIGHT] = [360, 120];
/** Invented logos: an organisation of the demo is none of those that its name reminds of. */
const COLOURS = [
  [0x9d, 0x2b, 0x3a],
  [0x4b, 0x2e, 0x83],
  [0x1f, 0x5f, 0x8b],
] as const;

/** A logo and who signs, for every organisation that has a coordinator. */
export function demoRowsOfLetterheads({ definition, accounts }: Demo, place: DemoPlace, now: Date): LetterheadRows {
  const logos = definition.providers.map((_, index) => logoOf(COLOURS[index % COLOURS.length] ?? COLOURS[0], index));
  return {
    logos: logos.map((bytes) => ({ id: idOf(bytes), contentType: "image/png", bytes, createdAt: now })),
    letterheads: definition.providers.map(({ key }, index) => ({
      providerId: place.providerId(key),
      logoId: idOf(logos[index] ?? Buffer.alloc(0)),
      signatoryName: accounts.find(({ id }) => id === place.coordinatorId(key))?.displayName ?? "",
      signatoryRole: "Koordination Ehrenamt",
      updatedAt: now,
    })),
  };
}

/** The first organisation runs the courses: what its certificates carry. */
export function organiserLetterhead({ letterheads: [first] }: LetterheadRows) {
  if (first === undefined) throw new Error("A demo needs a provider");
  const { logoId = null, signatoryName, signatoryRole } = first;
  return letterheadContent({ logoId, signatoryName, signatoryRole });
}

const idOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Bars of growing height in one colour, as many as the organisation is in the list, and two more. */
function logoOf(colour: readonly [number, number, number], index: number): Buffer {
  const bars = index + 3;
  const bytesPerLine = WIDTH * 3 + 1;
  const lines = Buffer.alloc(bytesPerLine * HEIGHT, 0xff);
  for (let y = 0; y < HEIGHT; y++) {
    lines.writeUInt8(0, y * bytesPerLine);
    for (let x = 0; x < WIDTH; x++) {
      const bar = Math.floor((x * bars) / WIDTH);
      const isGap = (x * bars) / WIDTH - bar > 0.72;
      const top = HEIGHT - ((bar + 1) * HEIGHT) / bars;
      if (!isGap && y >= top) Buffer.from(colour).copy(lines, y * bytesPerLine + 1 + x * 3);
    }
  }
  return encodePng({ width: WIDTH, height: HEIGHT, bitDepth: 8, colourType: 2, lines });
}

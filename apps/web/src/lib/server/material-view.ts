import type { Material } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "./format.ts";

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** A file as a list shows it: what it is called, and what to expect of it before it is on the phone. */
export const materialView = ({ id, fileName, sizeBytes, uploadedAt }: Material, when: Formats) => ({
  id,
  name: fileName,
  detail: m.material_file_detail({
    kind: isolated(fileName.slice(fileName.lastIndexOf(".") + 1).toUpperCase()),
    size: isolated(sizeInWords(sizeBytes, when)),
    date: isolated(when.shortDate(uploadedAt)),
  }),
});

function sizeInWords(bytes: number, { number }: Formats): string {
  if (bytes < MEGABYTE) return m.material_size_kb({ size: number(Math.ceil(bytes / KILOBYTE)) });
  return m.material_size_mb({ size: number(Math.round((10 * bytes) / MEGABYTE) / 10) });
}

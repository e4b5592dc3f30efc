import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { sheetOf, type PrintedCertificate } from "./certificate-sheet.ts";
import { qrPng } from "./qr-png.ts";

/** One file: a page for each certificate. */
export interface PrintJob {
  readonly title: string;
  readonly certificates: readonly PrintedCertificate[];
  /** By the `logoId` that certificates name. */
  readonly logos: readonly Logo[];
}

export interface Logo {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Where the template's paths begin: logos lie there while they are printed, in memory only. */
const ROOM = fileURLToPath(new URL(".", import.meta.url));
const TEMPLATE = readFileSync(new URL("certificate.typ", import.meta.url), "utf8");
/** Latin, Cyrillic, Greek and Devanagari; Arabic with Persian, Kurdish and Pashto letters; Ethiopic. */
const FONTS = [
  "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  "@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf",
  "@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf",
  "@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf",
  "@expo-google-fonts/noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf",
];
/** Single certificates are alike, and what was worked out for the last ones is kept; after a large file nothing is. */
const KEPT_COMPILATIONS = 10;
const LARGE_FILE_PAGES = 50;

let started: NodeCompiler | undefined;

/** With the fonts of certificates. */
export function createCompiler(): NodeCompiler {
  const { resolve } = createRequire(import.meta.url);
  return NodeCompiler.create({
    workspace: ROOM,
    fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(resolve(font))) }],
  });
}

/**
 * The certificates as PDF/UA-1. A name in a script that none of the fonts has cannot be accessible; the file is then
 * printed all the same, as plain PDF with whatever font the machine offers.
 */
export function typeset({ title, certificates, logos }: PrintJob): Uint8Array {
  const typst = (started ??= createCompiler());
  for (const { id, bytes } of logos) typst.mapShadow(join(ROOM, logoName(id)), Buffer.from(bytes));
  try {
    const sheets = certificates.map((certificate) => {
      const sheet = sheetOf(certificate);
      return {
        ...sheet,
        logo: sheet.logoId === null ? null : `/${logoName(sheet.logoId)}`,
        qr: [...qrPng(sheet.checkUrl)],
      };
    });
    const { result } = typst.compile({
      mainFileContent: TEMPLATE,
      inputs: { title, author: sheets[0]?.issuer ?? "", sheets: JSON.stringify(sheets) },
    });
    if (result === null) throw new Error("The certificate could not be set");
    return accessiblePdf(typst, result) ?? typst.pdf(result);
  } finally {
    typst.resetShadow();
    typst.evictCache(certificates.length < LARGE_FILE_PAGES ? KEPT_COMPILATIONS : 0);
  }
}

const logoName = (id: string): string => `logo-${id}`;

function accessiblePdf(typst: NodeCompiler, document: Parameters<NodeCompiler["pdf"]>[0]): Buffer | null {
  try {
    return typst.pdf(document, { pdfStandard: "ua-1" });
  } catch {
    return null;
  }
}

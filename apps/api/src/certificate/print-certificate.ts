import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { renderSVG } from "uqr";
import type { CertificateContent } from "../db/schema/certificates.ts";
import { groupedCode } from "./certificate-code.ts";

export interface PrintedCertificate {
  readonly number: string;
  readonly code: string;
  readonly content: CertificateContent;
  readonly issuedAt: Date;
  readonly networkName: string;
  readonly city: string;
  readonly timeZone: string;
  /** Origin under which people reach this program. */
  readonly publicUrl: string;
}

const TEMPLATE = readFileSync(new URL("certificate.typ", import.meta.url), "utf8");
/** Latin, Cyrillic, Greek and Devanagari; Arabic with Persian, Kurdish and Pashto letters; Ethiopic. */
const FONTS = [
  "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  "@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf",
  "@expo-google-fonts/noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf",
];
const RIGHT_TO_LEFT = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{M}\p{Cf}\s'’.-]+$/u;

let started: NodeCompiler | undefined;
function compiler(): NodeCompiler {
  const { resolve } = createRequire(import.meta.url);
  started ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(resolve(font))) }],
  });
  return started;
}

export const certificateCheckUrl = (publicUrl: string, code: string): string => `${publicUrl}/zertifikat/${code}`;

/**
 * The certificate as PDF/UA-1. A name in a script that none of the fonts has cannot be accessible; the certificate is
 * then printed all the same, as plain PDF with whatever font the machine offers.
 */
export function printCertificate(certificate: PrintedCertificate): Uint8Array {
  const typst = compiler();
  const { result } = typst.compile({
    mainFileContent: TEMPLATE,
    inputs: { certificate: JSON.stringify(wordsOf(certificate)) },
  });
  if (result === null) throw new Error("The certificate could not be set");
  const pdf = accessiblePdf(typst, result) ?? typst.pdf(result);
  typst.evictCache(30);
  return pdf;
}

function accessiblePdf(typst: NodeCompiler, document: Parameters<NodeCompiler["pdf"]>[0]): Buffer | null {
  try {
    return typst.pdf(document, { pdfStandard: "ua-1" });
  } catch {
    return null;
  }
}

function wordsOf({ content, timeZone, ...certificate }: PrintedCertificate) {
  const day = (date: Date, zone: string) =>
    new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeZone: zone }).format(date);
  const checkUrl = certificateCheckUrl(certificate.publicUrl, certificate.code);
  return {
    number: certificate.number,
    code: groupedCode(certificate.code),
    holderName: content.holderName.normalize("NFC"),
    nameFromRightToLeft: RIGHT_TO_LEFT.test(content.holderName),
    curriculumTitle: content.curriculumTitle,
    issuer: content.issuer,
    networkName: certificate.networkName,
    city: certificate.city,
    issuedOn: day(certificate.issuedAt, timeZone),
    hours: hoursInWords(content.modules.reduce((sum, { hours }) => sum + hours, 0)),
    modules: content.modules.map(({ title, hours, heldOn }) => ({
      title,
      hours: hoursInWords(hours),
      heldOn: day(new Date(`${heldOn}T12:00:00Z`), "UTC"),
    })),
    checkUrl,
    checkPage: certificateCheckUrl(certificate.publicUrl, "")
      .replace(/^https?:\/\//, "")
      .replace(/\/$/, ""),
    qrSvg: renderSVG(checkUrl, { border: 0, ecc: "M" }),
  };
}

/** With a space that does not break. */
const hoursInWords = (hours: number): string =>
  `${new Intl.NumberFormat("de-DE").format(hours)}\u00a0${hours === 1 ? "Stunde" : "Stunden"}`;

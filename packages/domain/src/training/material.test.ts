import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanMaterialName, MATERIAL_KINDS, materialKindOf } from "./material.ts";

const cleaned = (name: string): string | null => {
  const kind = materialKindOf(name);
  return kind === null ? null : cleanMaterialName(name, kind);
};

describe("the name of a file", () => {
  it("the last ending decides what it is", () => {
    expect(materialKindOf("Folien.PPTX")).toBe("pptx");
    expect(materialKindOf("foto.jpg")).toBe("jpeg");
    expect(materialKindOf("bild.pdf.exe")).toBeNull();
    for (const name of ["Makros.docm", "seite.html", "bild.svg", "skript.js", "ohne", "punkt.", "alt.doc", "a.zip"]) {
      expect(materialKindOf(name), name).toBeNull();
    }
  });

  it("a sign that turns the reading direction round does not make a program a picture", () => {
    expect(materialKindOf("Einladung\u202Egpj.exe")).toBeNull();
    expect(cleaned("Einladung\u202Egpj.pdf")).toBe("Einladunggpj.pdf");
  });

  it.each([
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\Ida\\Präsentation (Entwurf).PPTX", "Präsentation (Entwurf).pptx"],
    ["bild.exe.pdf", "bild-exe.pdf"],
    ["Protokoll 12.3.2026.pdf", "Protokoll 12.3.2026.pdf"],
    [".htaccess.txt", "htaccess.txt"],
    [".pdf", "datei.pdf"],
    ["CON.pdf", "datei-CON.pdf"],
    ["lpt1.anlage.txt", "lpt1-anlage.txt"],
    ["a\u0000b\r\nc.pdf", "abc.pdf"],
    ['Was? "Wie" <wo>|*.pdf', "Was- -Wie- -wo---.pdf"],
    ["ملف الدورة.pdf", "ملف الدورة.pdf"],
    ["የትምህርት ቁሳቁስ.txt", "የትምህርት ቁሳቁስ.txt"],
    ["  viel   Platz  .pdf", "viel Platz.pdf"],
  ])("%j is kept as %j", (given, kept) => {
    expect(cleaned(given)).toBe(kept);
  });

  it("a long one is cut between characters and keeps its ending", () => {
    const name = cleaned(`${"👩🏽‍🏫".repeat(60)}.docx`) ?? "";
    expect(name.length).toBeLessThanOrEqual(120);
    expect(name.endsWith(".docx")).toBe(true);
    expect(name.isWellFormed()).toBe(true);
  });

  it("whatever is sent: one line, one part of a path, no leading dot, and clean stays clean", () => {
    const ending = fc.constantFrom(...MATERIAL_KINDS, "jpg", "PDF");
    const anyName = fc.tuple(fc.string({ unit: "binary", maxLength: 200 }), ending);
    fc.assert(
      fc.property(anyName, ([stem, last]) => {
        const name = cleaned(`${stem}.${last}`);
        if (name === null) throw new Error("Every one of these endings is taken");
        expect(name).toMatch(/^[^\p{Cc}\p{Cf}/\\<>:"|?*\s.~-][^\p{Cc}\p{Cf}/\\<>:"|?*]*\.[a-z]+$/u);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(cleaned(name)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});

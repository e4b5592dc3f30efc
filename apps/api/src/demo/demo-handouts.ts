/** What the invented trainer hands out, by module. */
export const DEMO_HANDOUTS = [
  {
    moduleKey: "city_administration",
    fileName: "Wegweiser durch die Ämter.pdf",
    title: "Wegweiser durch die Ämter",
    lines: [
      "Ausländerbehörde: Aufenthaltstitel, Verlängerung, Wohnsitzauflage",
      "Sozialamt: Leistungen, Krankenschein, Unterkunft",
      "Jobcenter: Bürgergeld, Arbeit, Sprachkurs",
      "Jugendamt und Schulamt: Kita, Schule, Bildung und Teilhabe",
      "",
      "Vor jedem Termin: Wer geht mit? Welche Papiere? Braucht es eine Vollmacht?",
      "Mentor:innen begleiten und hören zu. Rechtsrat geben die Beratungsstellen.",
    ],
  },
  {
    moduleKey: "social_security",
    fileName: "Merkblatt Bescheide lesen.txt",
    title: "Bescheide lesen",
    lines: [
      "1. Wer schreibt? Steht oben rechts, mit Aktenzeichen.",
      "2. Was wird entschieden? Meist der erste fette Satz.",
      "3. Bis wann? Die Frist steht in der Rechtsbehelfsbelehrung am Ende.",
      "4. Unklar? Zur Beratungsstelle, bevor die Frist abläuft.",
    ],
  },
] as const;

/** One page of plain text with the letters of Western Europe, as every reader shows it. */
export function onePagePdf(title: string, lines: readonly string[]): Buffer {
  const shown = [
    `BT /F1 18 Tf 56 780 Td (${escaped(title)}) Tj ET`,
    ...lines.map((line, index) => `BT /F1 12 Tf 56 ${744 - index * 22} Td (${escaped(line)}) Tj ET`),
  ].join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (de) >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const end = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

const escaped = (text: string): string => text.replace(/[\\()]/g, (sign) => `\\${sign}`);

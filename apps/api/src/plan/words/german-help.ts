import { DEFAULT_ROUND_SETTINGS } from "@augenhoehe/domain/matching";

const numbers = new Intl.NumberFormat("de", { useGrouping: false });
const { minimumPoints, waitingBonus } = DEFAULT_ROUND_SETTINGS;

export const GERMAN_HELP = `Eine Matching-Runde aus zwei Tabellen, ohne Konto, ohne Datenbank und ohne Internet.

  npm run plan -- --volunteers freiwillige.csv --requests anfragen.xlsx

Die Listen sind CSV (mit ; , oder Tabulator; UTF-8 oder Windows) oder XLSX, mit Überschriften in der ersten Zeile, wie sie
auch die Seite „Listen“ liest; ihre Vorlagen und Ausfuhren passen. Gelesen werden Name, Stadtteil, Sprachen, Zeiten,
Themen, Interessen, Geschlecht, Alter, Umkreis, Wünsche, Plätze und seit wann jemand wartet. Spalten zu
Aufenthaltsstatus, Fluchtgrund, Religion, Herkunft, Gesundheit, sexueller Identität oder Führungszeugnis liest der Plan
nie. Die Listen verlassen diesen Rechner nicht.

  --volunteers DATEI        Freiwillige
  --requests DATEI          Anfragen
  --districts DATEI         Stadtteile: Name; Breite und Länge; Nachbarn (Namen mit Komma); PLZ. Ohne diese Liste ist
                            gleicher Name gleicher Stadtteil.
  --out DATEI               schreibt den Plan als .xlsx oder .csv
  --json                    gibt den Plan als JSON aus (Aufbau: apps/api/src/plan/plan-json.ts)

  --objective served-first  zuerst möglichst viele Menschen, dann Passung und Wartezeit (so ist es ohne Angabe)
              value         nur Passung und Wartezeit zusammen
  --minimum-points ZAHL     so viele Punkte von 100 braucht ein Paar (ohne Angabe ${minimumPoints})
  --bonus-per-week ZAHL     so viele Punkte zählt eine Woche Warten (ohne Angabe ${numbers.format(waitingBonus.pointsPerWeek)})
  --bonus-at-most ZAHL      mehr Punkte zählt Warten nie (ohne Angabe ${numbers.format(waitingBonus.atMostPoints)})
  --interpreters-agreed     wo die Liste sagt, dass Dolmetschen nötig ist, gilt es als vereinbart

  --skip-unreadable         Zeilen mit unlesbaren Zellen bleiben weg, statt dass nichts geplant wird
  --notes                   sagt zu jeder Zelle, die dem Sinn nach gelesen ist, wie
  --today 2026-03-31        rechnet, als wäre es dieser Tag
  --language de|en          Sprache der Ausgabe
  --width 100               Breite der Ausgabe in Zeichen
  -h, --help                diese Hilfe

Der Plan steht auf der Standardausgabe, alles zu einzelnen Zellen auf der Fehlerausgabe. Ende mit 0: Es gibt einen Plan.
Mit 1: Eine Datei lässt sich so nicht verwenden. Mit 2: Der Aufruf stimmt nicht.
`;

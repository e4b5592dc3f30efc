import { buildDistricts, middleOf, type Borders, type Place, type Position } from "./build-districts.ts";
import { DEFAULT_INTEREST_DEFINITIONS, DEFAULT_TOPIC_DEFINITIONS } from "./default-vocabulary.ts";
import type { NetworkDefinition } from "./network-definition.ts";
import { GEONAMES_CREDIT } from "./source-credits.ts";
import { AUTHORITY_CATHOLIC_NRW, imprintPlaceholder, privacyPlaceholder } from "./legal-placeholders.ts";

/**
 * Middle of each postal-code area (GeoNames). Districts have no coordinates of their own: they stand at the middle of
 * their postal codes. 41169 (Hardt) and 41189 (Wickrath) are missing in the list and are read to about a kilometre.
 */
const POSTAL_CODE_CENTROIDS: Readonly<Record<string, Position>> = {
  "41061": [51.1958, 6.4387],
  "41063": [51.2, 6.4333],
  "41065": [51.1911, 6.4468],
  "41066": [51.2249, 6.4838],
  "41068": [51.1977, 6.3911],
  "41069": [51.1768, 6.4021],
  "41169": [51.199, 6.355],
  "41179": [51.1723, 6.3414],
  "41189": [51.129, 6.415],
  "41199": [51.129, 6.4386],
  "41236": [51.1666, 6.4426],
  "41238": [51.1514, 6.4703],
  "41239": [51.1604, 6.4172],
};

const POSTAL_CODES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Nord: {
    "Am Wasserturm": ["41061", "41063"],
    Dahl: ["41061", "41069"],
    Eicken: ["41063"],
    Gladbach: ["41061"],
    "Hardt-Mitte": ["41169"],
    "Hardter Wald": ["41169"],
    Ohler: ["41069"],
    Venn: ["41068"],
    Waldhausen: ["41061", "41068"],
    Westend: ["41061", "41069"],
    Windberg: ["41063", "41068"],
  },
  Ost: {
    "Bettrath-Hoven": ["41066"],
    Bungt: ["41065", "41238"],
    Flughafen: ["41066"],
    "Giesenkirchen-Mitte": ["41238"],
    "Giesenkirchen-Nord": ["41238"],
    "Hardterbroich-Pesch": ["41065"],
    Lürrip: ["41065"],
    "Neuwerk-Mitte": ["41066"],
    Schelsen: ["41238"],
    Uedding: ["41066"],
  },
  Süd: {
    "Bonnenbroich-Geneicken": ["41236", "41238"],
    Geistenbeck: ["41199"],
    Grenzlandstadion: ["41236", "41239"],
    Heyden: ["41236"],
    Hockstein: ["41239"],
    Mülfort: ["41199", "41238"],
    "Odenkirchen-Mitte": ["41199"],
    "Odenkirchen-West": ["41199"],
    Pongs: ["41239"],
    Rheydt: ["41236", "41239"],
    Sasserath: ["41199"],
    "Schloss Rheydt": ["41238"],
    Schmölderpark: ["41236", "41239"],
    Schrievers: ["41239"],
  },
  West: {
    Hauptquartier: ["41179"],
    Hehn: ["41069", "41169"],
    Holt: ["41069"],
    "Rheindahlen-Land": ["41179"],
    "Rheindahlen-Mitte": ["41179"],
    Wanlo: ["41189"],
    "Wickrath-Mitte": ["41189"],
    "Wickrath-West": ["41189"],
    Wickrathberg: ["41189"],
  },
};

/** A first proposal from the city map; coordinators correct it in the settings. */
const BORDERS: Borders = {
  Gladbach: ["Westend", "Waldhausen", "Am Wasserturm", "Eicken", "Lürrip", "Hardterbroich-Pesch", "Dahl"],
  Westend: ["Waldhausen", "Ohler", "Dahl"],
  Waldhausen: ["Venn", "Am Wasserturm", "Ohler", "Hehn"],
  "Am Wasserturm": ["Windberg", "Eicken", "Venn"],
  Windberg: ["Venn", "Eicken", "Bettrath-Hoven"],
  Eicken: ["Lürrip", "Bettrath-Hoven", "Uedding"],
  Venn: ["Hardt-Mitte", "Hardter Wald", "Hehn"],
  "Hardt-Mitte": ["Hardter Wald", "Hehn"],
  "Hardter Wald": ["Hauptquartier", "Rheindahlen-Land", "Hehn"],
  Ohler: ["Dahl", "Holt", "Hehn"],
  Dahl: ["Hardterbroich-Pesch", "Rheydt", "Pongs", "Holt"],
  "Hardterbroich-Pesch": ["Lürrip", "Bungt", "Rheydt"],
  Lürrip: ["Uedding", "Bungt", "Flughafen"],
  Uedding: ["Neuwerk-Mitte", "Flughafen", "Bettrath-Hoven"],
  "Neuwerk-Mitte": ["Bettrath-Hoven", "Flughafen"],
  Bungt: ["Schloss Rheydt", "Bonnenbroich-Geneicken", "Rheydt"],
  "Schloss Rheydt": ["Bonnenbroich-Geneicken", "Giesenkirchen-Nord"],
  "Giesenkirchen-Nord": ["Giesenkirchen-Mitte", "Schelsen", "Bonnenbroich-Geneicken"],
  "Giesenkirchen-Mitte": ["Schelsen", "Mülfort", "Odenkirchen-Mitte", "Bonnenbroich-Geneicken"],
  Rheydt: ["Bonnenbroich-Geneicken", "Schrievers", "Pongs", "Schmölderpark"],
  Pongs: ["Schrievers", "Hockstein", "Holt"],
  Schrievers: ["Hockstein", "Schmölderpark"],
  Hockstein: ["Schmölderpark", "Geistenbeck", "Wickrath-Mitte", "Rheindahlen-Land"],
  Schmölderpark: ["Grenzlandstadion", "Heyden"],
  Grenzlandstadion: ["Heyden", "Mülfort", "Bonnenbroich-Geneicken"],
  Heyden: ["Geistenbeck", "Mülfort"],
  Geistenbeck: ["Mülfort", "Odenkirchen-West", "Odenkirchen-Mitte"],
  Mülfort: ["Odenkirchen-Mitte", "Bonnenbroich-Geneicken"],
  "Odenkirchen-Mitte": ["Odenkirchen-West", "Sasserath"],
  "Odenkirchen-West": ["Sasserath", "Wickrath-Mitte", "Wickrathberg"],
  Sasserath: ["Wickrathberg"],
  Holt: ["Hehn", "Rheindahlen-Mitte", "Rheindahlen-Land"],
  Hehn: ["Hauptquartier", "Rheindahlen-Land"],
  Hauptquartier: ["Rheindahlen-Land"],
  "Rheindahlen-Mitte": ["Rheindahlen-Land"],
  "Rheindahlen-Land": ["Wickrath-West", "Wickrath-Mitte"],
  "Wickrath-Mitte": ["Wickrath-West", "Wickrathberg"],
  "Wickrath-West": ["Wanlo", "Wickrathberg"],
  Wickrathberg: ["Wanlo"],
};

const places: Place[] = Object.entries(POSTAL_CODES).flatMap(([borough, districts]) =>
  Object.entries(districts).map(([name, postalCodes]) => ({
    name,
    borough,
    postalCodes,
    ...middleOf(POSTAL_CODE_CENTROIDS, postalCodes),
  })),
);

export const moenchengladbach: NetworkDefinition = {
  slug: "moenchengladbach",
  name: "IM-Netzwerk Mönchengladbach",
  city: "Mönchengladbach",
  holidayRegion: "DE-NW",
  timeZone: "Europe/Berlin",
  boroughs: Object.keys(POSTAL_CODES),
  districts: buildDistricts(places, BORDERS),
  providers: [
    {
      key: "caritas",
      name: "Caritasverband Region Mönchengladbach",
      shortName: "Caritas",
      regime: "kdg",
      contact: { phone: null, email: null },
    },
    {
      key: "diakonie",
      name: "Diakonisches Werk Mönchengladbach",
      shortName: "Diakonie",
      regime: "dsg_ekd",
      contact: { phone: null, email: null },
    },
    {
      key: "stadt",
      name: "Stadt Mönchengladbach",
      shortName: "Stadt",
      regime: "sgb",
      contact: { phone: null, email: null },
    },
  ],
  topics: DEFAULT_TOPIC_DEFINITIONS,
  interests: DEFAULT_INTEREST_DEFINITIONS,
  credits: [GEONAMES_CREDIT],
  regime: "kdg",
  imprint: imprintPlaceholder("Caritasverband Region Mönchengladbach"),
  privacy: privacyPlaceholder(AUTHORITY_CATHOLIC_NRW),
};

import { buildDistricts, type Borders, type Place } from "./build-districts.ts";
import { DEFAULT_INTEREST_DEFINITIONS, DEFAULT_TOPIC_DEFINITIONS } from "./default-vocabulary.ts";
import { AUTHORITY_NRW, imprintPlaceholder, privacyPlaceholder } from "./legal-placeholders.ts";
import type { NetworkDefinition } from "./network-definition.ts";

/** Four postal codes cover fifteen places, so distance goes by neighbours and not by the middle of a code. */
const PLACES: readonly Place[] = [
  { name: "Düren (Kernstadt)", postalCodes: ["52349", "52351", "52353", "52355"] },
  { name: "Arnoldsweiler", postalCodes: ["52353"] },
  { name: "Berzbuir", postalCodes: ["52355"] },
  { name: "Birgel", postalCodes: ["52355"] },
  { name: "Birkesdorf", postalCodes: ["52353"] },
  { name: "Derichsweiler", postalCodes: ["52355"] },
  { name: "Echtz-Konzendorf", postalCodes: ["52353"] },
  { name: "Gürzenich", postalCodes: ["52355"] },
  { name: "Hoven", postalCodes: ["52353"] },
  { name: "Krauthausen", postalCodes: ["52355"] },
  { name: "Kufferath", postalCodes: ["52355"] },
  { name: "Lendersdorf", postalCodes: ["52355"] },
  { name: "Mariaweiler", postalCodes: ["52353"] },
  { name: "Merken", postalCodes: ["52353"] },
  { name: "Niederau", postalCodes: ["52355"] },
];

const BORDERS: Borders = {
  "Düren (Kernstadt)": [
    "Arnoldsweiler",
    "Birkesdorf",
    "Mariaweiler",
    "Derichsweiler",
    "Gürzenich",
    "Lendersdorf",
    "Niederau",
  ],
  Birkesdorf: ["Arnoldsweiler", "Hoven", "Mariaweiler"],
  Hoven: ["Mariaweiler", "Merken", "Echtz-Konzendorf"],
  Mariaweiler: ["Derichsweiler", "Echtz-Konzendorf"],
  "Echtz-Konzendorf": ["Merken", "Derichsweiler"],
  Derichsweiler: ["Gürzenich"],
  Gürzenich: ["Birgel", "Lendersdorf"],
  Birgel: ["Lendersdorf", "Berzbuir"],
  Berzbuir: ["Kufferath", "Lendersdorf"],
  Kufferath: ["Lendersdorf"],
  Lendersdorf: ["Krauthausen", "Niederau"],
  Krauthausen: ["Niederau"],
};

export const dueren: NetworkDefinition = {
  slug: "dueren",
  name: "Mentoring-Netzwerk Düren",
  city: "Düren",
  holidayRegion: "DE-NW",
  timeZone: "Europe/Berlin",
  boroughs: [],
  districts: buildDistricts(PLACES, BORDERS),
  providers: [
    {
      key: "caritas",
      name: "Caritasverband Düren-Jülich",
      shortName: "Caritas",
      regime: "kdg",
      contact: { phone: null, email: null },
    },
    {
      key: "diakonie",
      name: "Evangelische Gemeinde zu Düren",
      shortName: "Evangelische Gemeinde",
      regime: "dsg_ekd",
      contact: { phone: null, email: null },
    },
    {
      key: "kreis",
      name: "Kreis Düren, Kommunales Integrationszentrum",
      shortName: "Kreis",
      regime: "sgb",
      contact: { phone: null, email: null },
    },
  ],
  topics: DEFAULT_TOPIC_DEFINITIONS,
  interests: DEFAULT_INTEREST_DEFINITIONS,
  credits: [],
  regime: "sgb",
  imprint: imprintPlaceholder("Kreis Düren"),
  privacy: privacyPlaceholder(AUTHORITY_NRW),
};

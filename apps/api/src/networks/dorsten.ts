import { buildDistricts, type Borders, type Place } from "./build-districts.ts";
import { DEFAULT_INTEREST_DEFINITIONS, DEFAULT_TOPIC_DEFINITIONS } from "./default-vocabulary.ts";
import { AUTHORITY_NRW, imprintPlaceholder, privacyPlaceholder } from "./legal-placeholders.ts";
import type { NetworkDefinition } from "./network-definition.ts";

/** Three postal codes cover eleven villages up to 12 km apart, so distance goes by neighbours and not by their middle. */
const PLACES: readonly Place[] = [
  { name: "Altendorf-Ulfkotte", postalCodes: ["46282"] },
  { name: "Altstadt", postalCodes: ["46282"] },
  { name: "Deuten", postalCodes: ["46286"] },
  { name: "Feldmark", postalCodes: ["46282"] },
  { name: "Hardt", postalCodes: ["46282"] },
  { name: "Hervest", postalCodes: ["46284"] },
  { name: "Holsterhausen", postalCodes: ["46284"] },
  { name: "Lembeck", postalCodes: ["46286"] },
  { name: "Östrich", postalCodes: ["46282"] },
  { name: "Rhade", postalCodes: ["46286"] },
  { name: "Wulfen", postalCodes: ["46286"] },
];

const BORDERS: Borders = {
  Altstadt: ["Feldmark", "Hardt", "Hervest", "Holsterhausen"],
  Hardt: ["Feldmark", "Östrich", "Holsterhausen"],
  Feldmark: ["Altendorf-Ulfkotte", "Hervest"],
  Östrich: ["Holsterhausen"],
  Holsterhausen: ["Hervest", "Deuten"],
  Hervest: ["Wulfen", "Deuten"],
  Wulfen: ["Deuten", "Lembeck"],
  Deuten: ["Rhade", "Lembeck"],
  Rhade: ["Lembeck"],
};

export const dorsten: NetworkDefinition = {
  slug: "dorsten",
  name: "Integrationslotsen Dorsten",
  city: "Dorsten",
  holidayRegion: "DE-NW",
  timeZone: "Europe/Berlin",
  boroughs: [],
  districts: buildDistricts(PLACES, BORDERS),
  providers: [
    { key: "stadt", name: "Stadt Dorsten", shortName: "Stadt", regime: "sgb", contact: { phone: null, email: null } },
  ],
  topics: DEFAULT_TOPIC_DEFINITIONS,
  interests: DEFAULT_INTEREST_DEFINITIONS,
  credits: [],
  regime: "sgb",
  imprint: imprintPlaceholder("Stadt Dorsten"),
  privacy: privacyPlaceholder(AUTHORITY_NRW),
};

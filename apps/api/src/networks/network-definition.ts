import type { DEFAULT_INTERESTS, DEFAULT_TOPICS, HolidayRegion } from "@augenhoehe/domain";
import type { Imprint, LegalRegime, PrivacyNotice, ProviderContact } from "../db/schema/platform.ts";

/** A word in the three complete interface languages. */
export interface Labels {
  readonly de: string;
  readonly en: string;
  readonly ar: string;
}

export interface DistrictDefinition {
  /** Derived from the name, unique inside the network. */
  readonly key: string;
  readonly name: string;
  readonly borough: string | null;
  /** Where no coordinates are known, distance is counted in steps between neighbours. */
  readonly lat: number | null;
  readonly lng: number | null;
  readonly postalCodes: readonly string[];
  /** Keys of bordering districts; a border is always known from both sides. */
  readonly neighbours: readonly string[];
}

export interface ProviderDefinition {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  /** Which data protection law the provider works under: it decides wording, authority and notices. */
  readonly regime: LegalRegime;
  readonly contact: ProviderContact;
}

export interface TopicDefinition {
  readonly key: (typeof DEFAULT_TOPICS)[number];
  readonly labels: Labels;
  /** Name of a Lucide icon, always shown with the word. */
  readonly icon: string;
}

export interface InterestDefinition {
  readonly key: (typeof DEFAULT_INTERESTS)[number];
  readonly labels: Labels;
}

/** Everything that makes a municipality a network. Districts, topics and interests can be changed afterwards. */
export interface NetworkDefinition {
  readonly slug: string;
  readonly name: string;
  readonly city: string;
  readonly holidayRegion: HolidayRegion;
  readonly timeZone: string;
  readonly boroughs: readonly string[];
  readonly districts: readonly DistrictDefinition[];
  readonly providers: readonly ProviderDefinition[];
  readonly topics: readonly TopicDefinition[];
  readonly interests: readonly InterestDefinition[];
  readonly regime: LegalRegime;
  /** Whose facts the definition is built from, as their licences ask; shown on the imprint page. */
  readonly credits: readonly string[];
  /** First wording, to be completed in the settings before the network goes public. */
  readonly imprint: Imprint;
  readonly privacy: PrivacyNotice;
}

/** Districts a postal code belongs to, in the network's order; a code often covers several, an unknown one none. */
export function districtByPostalCode(definition: NetworkDefinition, code: string): readonly DistrictDefinition[] {
  const wanted = code.replace(/\s/g, "");
  return definition.districts.filter((district) => district.postalCodes.includes(wanted));
}

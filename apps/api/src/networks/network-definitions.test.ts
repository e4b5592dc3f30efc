import { DEFAULT_INTERESTS, DEFAULT_TOPICS } from "@augenhoehe/domain";
import { describe, expect, it } from "vitest";
import { districtByPostalCode } from "./network-definition.ts";
import { NETWORK_DEFINITIONS, creditsOf } from "./network-definitions.ts";

const bySlug = (slug: string) => {
  const definition = NETWORK_DEFINITIONS.find((candidate) => candidate.slug === slug);
  if (definition === undefined) throw new Error(`No network ${slug}`);
  return definition;
};

describe("the networks that can be chosen at first run", () => {
  it("know every Stadtteil: 44 in Mönchengladbach, 11 in Dorsten, 15 in Düren, 64 and the places around in Dresden", () => {
    expect(bySlug("moenchengladbach").districts).toHaveLength(44);
    expect(bySlug("dorsten").districts).toHaveLength(11);
    expect(bySlug("dueren").districts).toHaveLength(15);
    const dresden = bySlug("dresden").districts;
    expect(dresden.filter(({ borough }) => borough === "Dresden")).toHaveLength(64);
    expect(dresden.filter(({ borough }) => borough === "Umland").map(({ name }) => name)).toContain("Heidenau");
  });

  it.each(NETWORK_DEFINITIONS)("$city: nobody's district shares its key with another", ({ districts }) => {
    const keys = districts.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/);
  });

  it.each(NETWORK_DEFINITIONS)("$city: whoever has a neighbour is a neighbour", ({ districts }) => {
    const neighboursByKey = new Map(districts.map(({ key, neighbours }) => [key, neighbours]));
    for (const { key, neighbours } of districts) {
      expect(neighbours, key).not.toContain(key);
      for (const neighbour of neighbours)
        expect(neighboursByKey.get(neighbour), `${key} – ${neighbour}`).toContain(key);
    }
  });

  it.each(NETWORK_DEFINITIONS)("$city: everybody can be reached from neighbour to neighbour", ({ districts }) => {
    const neighboursByKey = new Map(districts.map(({ key, neighbours }) => [key, neighbours]));
    const reached = new Set(districts.slice(0, 1).map(({ key }) => key));
    for (const key of reached) for (const neighbour of neighboursByKey.get(key) ?? []) reached.add(neighbour);
    expect(reached.size).toBe(districts.length);
  });

  it.each(NETWORK_DEFINITIONS)("$city: every postal code leads to a district, an unknown one to none", (definition) => {
    for (const { key, postalCodes } of definition.districts) {
      expect(postalCodes.length, key).toBeGreaterThan(0);
      for (const code of postalCodes) {
        expect(code).toMatch(/^\d{5}$/);
        expect(districtByPostalCode(definition, ` ${code} `).map((district) => district.key)).toContain(key);
      }
    }
    expect(districtByPostalCode(definition, "99999")).toEqual([]);
  });

  it("somebody in 41236 may live in Rheydt", () => {
    const names = districtByPostalCode(bySlug("moenchengladbach"), "41236").map(({ name }) => name);
    expect(names).toContain("Rheydt");
    expect(names).not.toContain("Wanlo");
  });

  it("every Stadtteil of Mönchengladbach has a place on the map inside the city", () => {
    for (const { name, lat, lng } of bySlug("moenchengladbach").districts) {
      expect(lat, name).toBeGreaterThan(51.08);
      expect(lat, name).toBeLessThan(51.26);
      expect(lng, name).toBeGreaterThan(6.3);
      expect(lng, name).toBeLessThan(6.55);
    }
  });

  it.each(NETWORK_DEFINITIONS)(
    "$city: every topic and interest has a word in German, English and Arabic",
    (network) => {
      expect(network.topics.map(({ key }) => key)).toEqual(DEFAULT_TOPICS);
      expect(network.interests.map(({ key }) => key)).toEqual(DEFAULT_INTERESTS);
      for (const { key, labels } of [...network.topics, ...network.interests]) {
        expect(labels.de, key).toMatch(/\p{Lu}/u);
        expect(labels.en, key).toMatch(/^[A-Z]/);
        expect(labels.ar, key).toMatch(/^[\p{Script=Arabic} ]+$/u);
      }
    },
  );

  it("those who made the facts are named where their facts are used", () => {
    expect(creditsOf({ slug: "moenchengladbach", demo: false }).join()).toContain("GeoNames");
    expect(creditsOf({ slug: "dresden", demo: false }).join()).toContain("OpenStreetMap");
    expect(creditsOf({ slug: "somewhere-else", demo: false })).toEqual([]);
    expect(creditsOf({ slug: "moenchengladbach", demo: true }).join()).toContain("UNHCR");
  });
});

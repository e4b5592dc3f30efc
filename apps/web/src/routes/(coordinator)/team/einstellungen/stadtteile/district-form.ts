import type { District } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import type { SubmittedForm } from "#lib/server/form.ts";

export const districtLabels = () => ({
  name: m.settings_districts_name(),
  borough: m.settings_districts_borough(),
  postalCodes: m.settings_districts_codes(),
  lat: m.settings_districts_lat(),
  lng: m.settings_districts_lng(),
  neighbours: m.settings_districts_neighbours(),
});

export const readDistrict = (form: SubmittedForm, key: string): District => ({
  key,
  name: form.text("name"),
  borough: form.optional("borough"),
  lat: form.number("lat"),
  lng: form.number("lng"),
  postalCodes: form
    .text("postalCodes")
    .split(/[\s,;]+/)
    .filter((code) => code !== ""),
  neighbours: form.list("neighbours"),
});

/** All districts with this one in them. Neighbours are chosen here, so the others' lists follow. */
export function districtsWith(district: District, districts: readonly District[]): District[] {
  const others = districts.map((other) => {
    if (other.key === district.key) return district;
    const rest = other.neighbours.filter((key) => key !== district.key);
    return { ...other, neighbours: district.neighbours.includes(other.key) ? [...rest, district.key] : rest };
  });
  return others.includes(district) ? others : [...others, district];
}

export const districtsWithout = (key: string, districts: readonly District[]): District[] =>
  districts
    .filter((district) => district.key !== key)
    .map((district) => ({ ...district, neighbours: district.neighbours.filter((neighbour) => neighbour !== key) }));

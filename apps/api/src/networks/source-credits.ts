export const OPENSTREETMAP_CREDIT =
  "Stadtteile und Nachbarschaften: © OpenStreetMap-Mitwirkende, ODbL 1.0, https://www.openstreetmap.org/copyright";

export const GEONAMES_CREDIT = "Lage der Postleitzahlen: GeoNames, CC BY 4.0, https://www.geonames.org/";

import type { Imprint, PrivacyNotice } from "../db/schema/platform.ts";

/** Stands where a network still has to say it (§ 5 DDG); visible, so that nobody overlooks it. */
const MISSING = "Bitte in den Einstellungen eintragen";

export const imprintPlaceholder = (responsible: string): Imprint => ({
  responsible,
  address: MISSING,
  email: MISSING,
  phone: MISSING,
  representedBy: MISSING,
});

/** The authority follows the law the responsible body works under. */
export const privacyPlaceholder = (authority: string): PrivacyNotice => ({
  officer: MISSING,
  officerEmail: MISSING,
  authority,
  retentionMonths: 6,
});

export const AUTHORITY_NRW = "Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen";
export const AUTHORITY_SAXONY = "Sächsische Datenschutz- und Transparenzbeauftragte";
export const AUTHORITY_CATHOLIC_NRW = "Katholisches Datenschutzzentrum, Dortmund";

import type { HolidayRegion } from "@augenhoehe/domain";
import { m } from "#lib/paraglide/messages.js";

export const HOLIDAY_REGION_LABELS: Readonly<Record<HolidayRegion, () => string>> = {
  DE: m.settings_region_de,
  "DE-BB": m.settings_region_de_bb,
  "DE-BE": m.settings_region_de_be,
  "DE-BW": m.settings_region_de_bw,
  "DE-BY": m.settings_region_de_by,
  "DE-HB": m.settings_region_de_hb,
  "DE-HE": m.settings_region_de_he,
  "DE-HH": m.settings_region_de_hh,
  "DE-MV": m.settings_region_de_mv,
  "DE-NI": m.settings_region_de_ni,
  "DE-NW": m.settings_region_de_nw,
  "DE-RP": m.settings_region_de_rp,
  "DE-SH": m.settings_region_de_sh,
  "DE-SL": m.settings_region_de_sl,
  "DE-SN": m.settings_region_de_sn,
  "DE-ST": m.settings_region_de_st,
  "DE-TH": m.settings_region_de_th,
};

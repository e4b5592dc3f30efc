import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const settings = requireData(event, await api(event).call("readSettings"));
  return {
    network: settings.name,
    cards: [
      {
        href: "gewichte",
        title: m.settings_weights_title(),
        text: m.settings_weights_card(),
      },
      {
        href: "begriffe/themen",
        title: m.settings_topics_title(),
        text: m.settings_topics_card(),
      },
      {
        href: "begriffe/interessen",
        title: m.settings_interests_title(),
        text: m.settings_interests_card(),
      },
      {
        href: "stadtteile",
        title: m.settings_districts_title(),
        text: m.settings_districts_card({ count: settings.districts.length }),
      },
      { href: "feiertage", title: m.settings_holidays_title(), text: m.settings_holidays_card() },
      { href: "briefkopf", title: m.certificates_letterhead_title(), text: m.certificates_letterhead_card() },
      { href: "rechtliches", title: m.settings_legal_title(), text: m.settings_legal_card() },
      { href: "team", title: m.settings_team_title(), text: m.settings_team_card() },
    ],
  };
};

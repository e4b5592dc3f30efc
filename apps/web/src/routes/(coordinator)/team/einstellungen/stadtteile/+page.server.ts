import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { districts } = requireData(event, await api(event).call("readSettings"));
  const names = new Map(districts.map(({ key, name }) => [key, name]));
  const when = formats(event.locals.locale);
  return {
    saved: event.url.searchParams.has("gespeichert"),
    removed: event.url.searchParams.has("geloescht"),
    rows: districts.map(({ key, name, borough, postalCodes, neighbours }) => ({
      id: key,
      name,
      borough: borough ?? "",
      codes: postalCodes.join(", "),
      neighbours: when.list(neighbours.map((neighbour) => names.get(neighbour) ?? neighbour)),
    })),
  };
};

import { countNetworks } from "../../db/repositories/networks.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { NETWORK_DEFINITIONS } from "../../networks/network-definitions.ts";

export async function setupStatus({ db }: AppDeps) {
  if ((await db.withoutTenant(countNetworks)) > 0) return { open: false, definitions: [] };
  const definitions = NETWORK_DEFINITIONS.map(({ slug, name, city, districts, providers }) => ({
    slug,
    name,
    city,
    districts: districts.length,
    providers: providers.map((provider) => ({ key: provider.key, name: provider.name })),
  }));
  return { open: true, definitions };
}

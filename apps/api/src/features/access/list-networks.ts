import { listNetworks as listRows } from "../../db/repositories/networks.ts";
import type { AppDeps } from "../../http/app-deps.ts";

export async function listNetworks({ db }: AppDeps) {
  const rows = await db.withoutTenant(listRows);
  return { networks: rows.map(({ slug, name, city, demo }) => ({ slug, name, city, demo })) };
}

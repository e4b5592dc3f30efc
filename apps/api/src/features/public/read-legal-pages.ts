import type { LegalPages } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { findNetworkBySlug } from "../../db/repositories/networks.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { creditsOf } from "../../networks/network-definitions.ts";

export async function readLegalPages({ db }: AppDeps, slug: string): Promise<LegalPages> {
  const network = await db.withoutTenant((tx) => findNetworkBySlug(tx, slug));
  if (network === null) throw new Refusal("not_found");
  const { name, regime, imprint, privacy } = network;
  return { networkName: name, regime, imprint, privacy, credits: creditsOf(network) };
}

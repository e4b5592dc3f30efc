import type { NetworkSettings } from "@augenhoehe/contract";
import { readOwnNetwork } from "../../db/repositories/networks.ts";
import { listTerms } from "../../db/repositories/public-network.ts";
import { listProviderContacts, listWholeDistricts } from "../../db/repositories/settings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { AccountActor } from "../../http/policy.ts";

export function readSettings(deps: AppDeps, actor: AccountActor): Promise<NetworkSettings> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { name, city, holidayRegion, weights, weightsVersion, regime, imprint, privacy } = await readOwnNetwork(tx);
    const terms = await listTerms(tx);
    const ofKind = (wanted: "topic" | "interest") =>
      terms.filter(({ kind }) => kind === wanted).map(({ key, labels, icon }) => ({ key, labels, icon }));
    return {
      name,
      city,
      holidayRegion,
      weights: { ...weights, version: weightsVersion },
      districts: await listWholeDistricts(tx),
      topics: ofKind("topic"),
      interests: ofKind("interest"),
      legal: { regime, imprint, privacy },
      providers: (await listProviderContacts(tx)).map(({ id, name: provider, contact }) => ({
        id,
        name: provider,
        phone: contact.phone,
        email: contact.email,
      })),
    };
  });
}

import type { NetworkProfile } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { findNetworkBySlug } from "../../db/repositories/networks.ts";
import { listDistricts, listProviders, listTerms, readConsentText } from "../../db/repositories/public-network.ts";
import type { AppDeps } from "../../http/app-deps.ts";

export async function readNetwork({ db }: AppDeps, slug: string): Promise<NetworkProfile> {
  const network = await db.withoutTenant((tx) => findNetworkBySlug(tx, slug));
  if (network === null) throw new Refusal("not_found");
  const { name, city, demo, timeZone } = network;
  return db.withTenant(network.id, async (tx) => {
    const terms = await listTerms(tx);
    const ofKind = (wanted: "topic" | "interest") =>
      terms.filter(({ kind }) => kind === wanted).map(({ key, labels, icon }) => ({ key, labels, icon }));
    const consent = await readConsentText(tx);
    return {
      ...{ slug, name, city, demo, timeZone },
      districts: await listDistricts(tx),
      topics: ofKind("topic"),
      interests: ofKind("interest"),
      providers: await listProviders(tx),
      consent: {
        version: consent?.version ?? 0,
        titles: consent?.titles ?? {},
        paragraphs: consent?.paragraphs ?? {},
      },
    };
  });
}

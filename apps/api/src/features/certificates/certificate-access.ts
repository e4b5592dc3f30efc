import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findCertificate } from "../../db/repositories/certificates.ts";
import type { StaffActor } from "../../http/policy.ts";

/** For the provider whose person it is, and for the one that issued it; for all others there is none. */
export async function accessCertificate(tx: Tx, actor: StaffActor, id: string) {
  const found = await findCertificate(tx, id);
  const isOurs = found?.volunteerProviderId === actor.providerId || found?.issuerProviderId === actor.providerId;
  if (found === undefined || !isOurs) throw new Refusal("not_found");
  return found;
}

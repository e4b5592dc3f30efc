import type { VolunteerHome } from "@augenhoehe/contract";
import { eligibilityGaps, nextSteps } from "@augenhoehe/domain";
import { certificateSummary } from "../../certificate/certificate-summary.ts";
import type { Tx } from "../../db/client.ts";
import { readMyCourses } from "../../db/repositories/course-summaries.ts";
import { findNetworkCurriculum, readProgress } from "../../db/repositories/curricula.ts";
import { eligibilityFactsOf, readCurrentVersions } from "../../db/repositories/eligibility.ts";
import { countOpenTandems, listMyProposals, listMyTandems } from "../../db/repositories/own-volunteer.ts";
import { readProvider } from "../../db/repositories/public-network.ts";
import { listCertificatesOf } from "../../db/repositories/volunteer-history.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { readFuehrungszeugnis } from "../../people/fuehrungszeugnis-entry.ts";
import { profileOf } from "../../people/volunteer-profile.ts";
import { myProposals } from "./my-proposals.ts";
import { myStammtische } from "./my-stammtische.ts";
import { myTandems } from "./my-tandems.ts";
import { requireMe, type OwnRow } from "./own-row.ts";

export function readMyHome(deps: AppDeps, actor: VolunteerActor): Promise<VolunteerHome> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const me = await requireMe(tx, actor);
    const versions = await readCurrentVersions(tx);
    const facts = eligibilityFactsOf(me, versions);
    const gaps = eligibilityGaps(facts);
    const openTandems = await countOpenTandems(tx, me.id);
    const provider = await readProvider(tx, me.providerId);
    return {
      volunteerId: me.id,
      status: me.status,
      eligible: gaps.length === 0 && me.status !== "paused",
      gaps,
      nextSteps: nextSteps({ ...facts, ...(await trainingFacts(deps, tx, me)) }),
      profile: profileOf(me, deps.vault),
      email: me.email,
      providerName: provider.name,
      providerContact: { phone: provider.contact.phone, email: provider.contact.email },
      openTandems,
      courses: await readMyCourses(tx, me.id, now),
      certificates: (await listCertificatesOf(tx, me.id)).map((row) => certificateSummary(deps, row)),
      proposals: myProposals(await listMyProposals(tx, me.id), me.languages, now),
      tandems: myTandems(await listMyTandems(tx, me.id), deps.vault),
      stammtische: await myStammtische(tx, { me, openTandems, versions }, now),
    };
  });
}

async function trainingFacts(deps: AppDeps, tx: Tx, me: OwnRow) {
  const curriculum = await findNetworkCurriculum(tx);
  const progress = curriculum && (await readProgress(tx, curriculum, [me.id])).get(me.id);
  const fuehrungszeugnis = await readFuehrungszeugnis(deps, tx, me);
  return {
    attendedModules: progress?.attendedCount ?? 0,
    totalModules: curriculum?.modules.length ?? 0,
    needsFuehrungszeugnis: fuehrungszeugnis.needed,
    hasValidFuehrungszeugnis: fuehrungszeugnis.entry?.valid ?? false,
  };
}

import type { VolunteerHome } from "@augenhoehe/contract";
import { eligibilityGaps, nextSteps } from "@augenhoehe/domain";
import { certificateSummary } from "../../certificate/certificate-summary.ts";
import { dropExpiredCertificates } from "../../certificate/drop-expired.ts";
import type { Tx } from "../../db/client.ts";
import { readMyCourses } from "../../db/repositories/course-summaries.ts";
import { eligibilityFactsOf, readCurrentVersions } from "../../db/repositories/eligibility.ts";
import { countOpenTandems, listMyProposals, listMyTandems } from "../../db/repositories/own-volunteer.ts";
import { readProvider } from "../../db/repositories/public-network.ts";
import { listCertificatesOf } from "../../db/repositories/volunteer-history.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { readFuehrungszeugnis } from "../../people/fuehrungszeugnis-entry.ts";
import { profileOf } from "../../people/volunteer-profile.ts";
import { myNextMove } from "./my-next-move.ts";
import { myProposals } from "./my-proposals.ts";
import { myStammtische } from "./my-stammtische.ts";
import { readMyTraining, type LearnersScene } from "./my-training.ts";
import { myTandems } from "./my-tandems.ts";
import { requireMe, type OwnRow } from "./own-row.ts";

export function readMyHome(deps: AppDeps, actor: VolunteerActor): Promise<VolunteerHome> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    await dropExpiredCertificates(deps, tx, [actor.volunteerId]);
    const me = await requireMe(tx, actor);
    const versions = await readCurrentVersions(tx);
    const facts = eligibilityFactsOf(me, versions);
    const gaps = eligibilityGaps(facts);
    const openTandems = await countOpenTandems(tx, me.id);
    const provider = await readProvider(tx, me.providerId);
    const courses = await readMyCourses(tx, me.id, now);
    const scene = await readMyTraining(tx, me.id, courses, now);
    const certificates = (await listCertificatesOf(tx, me.id)).map((row) => certificateSummary(deps, row));
    const proposals = myProposals(await listMyProposals(tx, me.id), me.languages, now);
    const proposalsToAnswer = proposals.filter(({ state }) => state === "waiting_for_you").length;
    return {
      volunteerId: me.id,
      status: me.status,
      eligible: gaps.length === 0 && me.status !== "paused",
      gaps,
      nextSteps: nextSteps({ ...facts, ...stepFacts(scene), ...(await fuehrungszeugnisFacts(deps, tx, me)) }),
      nextMove: myNextMove({ facts, courses, scene, certificates, proposalsToAnswer, openTandems }, now),
      training: scene.training,
      profile: profileOf(me, deps.vault),
      email: me.email,
      providerName: provider.name,
      providerContact: { phone: provider.contact.phone, email: provider.contact.email },
      openTandems,
      courses,
      certificates,
      proposals,
      tandems: myTandems(await listMyTandems(tx, me.id), deps.vault),
      stammtische: await myStammtische(tx, { me, openTandems, versions }, now),
    };
  });
}

const stepFacts = ({ curriculum, progress }: LearnersScene) => ({
  attendedModules: progress?.attendedCount ?? 0,
  totalModules: curriculum?.modules.length ?? 0,
  courseComplete: progress?.isComplete ?? false,
});

async function fuehrungszeugnisFacts(deps: AppDeps, tx: Tx, me: OwnRow) {
  const { needed, entry } = await readFuehrungszeugnis(deps, tx, me);
  return { needsFuehrungszeugnis: needed, hasValidFuehrungszeugnis: entry?.valid ?? false };
}

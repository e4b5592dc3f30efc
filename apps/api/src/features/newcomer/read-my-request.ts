import type { MyRequest, VolunteerCard } from "@augenhoehe/contract";
import { VISIBLE_OF_VOLUNTEER, maskToSlots, visibilityStage, type SpokenLanguage } from "@augenhoehe/domain";
import { findNewestProposal, findNewestTandem, type ProposalWithVolunteer } from "../../db/repositories/mentee-view.ts";
import { readOwnNetwork } from "../../db/repositories/networks.ts";
import { readUsualWait } from "../../db/repositories/newcomer-requests.ts";
import { readProvider } from "../../db/repositories/public-network.ts";
import type { Tx } from "../../db/client.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { MenteeActor } from "../../http/policy.ts";
import { answersOf } from "../../people/request-answers.ts";
import { mentorOf } from "./mentor-of-tandem.ts";
import { requireMyRequest } from "./own-request.ts";
import { questionOf, shownStatus } from "./shown-status.ts";

export async function readMyRequest(deps: AppDeps, actor: MenteeActor): Promise<MyRequest> {
  const now = deps.clock();
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { mentee, request } = await requireMyRequest(tx, deps.vault, actor);
    const newest = await findNewestProposal(tx, request.id);
    const pair = await findNewestTandem(tx, request.id);
    const provider = await readProvider(tx, request.providerId);
    const question = questionOf(newest?.proposal ?? null, now);
    const status = shownStatus(request.status, question);
    return {
      id: request.id,
      status,
      submittedAt: request.submittedAt.toISOString(),
      usualWeeks: await usualWeeks(tx, now),
      answers: answersOf(mentee, request, deps.vault),
      networkName: (await readOwnNetwork(tx)).name,
      contact: { providerName: provider.name, phone: provider.contact.phone, email: provider.contact.email },
      proposal: newest !== null && question === "question" ? asked(newest, request.languages) : null,
      saidYes: question === "said_yes",
      tandem: pair === null ? null : mentorOf(pair, deps.vault),
      tandemEnded: pair?.tandem.status === "ended",
      canChange: status === "submitted" || status === "clarified" || status === "open",
      canWithdraw: status !== "in_tandem" && status !== "closed",
    };
  });
}

function asked({ proposal, volunteer }: ProposalWithVolunteer, mine: readonly SpokenLanguage[]): MyRequest["proposal"] {
  const stage = visibilityStage("mentee", { isEligible: true, proposal: proposal.state, tandem: null });
  const { languages, slots, ...rest } = volunteer;
  const card: VolunteerCard = {
    ...rest,
    languages: languages.map(({ code, level }) => ({ code, level })),
    slots: slots === null ? null : maskToSlots(slots),
    commonLanguages: languages.map(({ code }) => code).filter((code) => mine.some((own) => own.code === code)),
  };
  const allowed: readonly string[] = VISIBLE_OF_VOLUNTEER[stage];
  const forbidden = Object.keys(card).filter((key) => !allowed.includes(key));
  if (forbidden.length > 0) throw new Error(`A mentee must not see ${forbidden.join(", ")} at stage ${stage}`);
  return { id: proposal.id, answerBy: proposal.answerBy.toISOString(), volunteer: card };
}

const YEAR_MS = 365 * 86_400_000;
/** Fewer would tell about single people, and would say little. */
const FEWEST_TANDEMS = 5;

async function usualWeeks(tx: Tx, now: Date): Promise<number | null> {
  const { medianDays, tandems } = await readUsualWait(tx, new Date(now.getTime() - YEAR_MS));
  return medianDays === null || tandems < FEWEST_TANDEMS ? null : Math.max(1, Math.round(medianDays / 7));
}

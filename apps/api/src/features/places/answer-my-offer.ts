import type { EnrolmentAnswer } from "@augenhoehe/contract";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { answerOffer, type OfferAnswer } from "../../training/answer-offer.ts";
import { takePlacesIn } from "../../training/places-in-hand.ts";

export const answerMyOffer = (
  deps: AppDeps,
  actor: VolunteerActor,
  courseId: string,
  answer: OfferAnswer,
): Promise<EnrolmentAnswer> =>
  deps.db.withTenant(actor.networkId, async (tx) =>
    answerOffer({ deps, tx, actor, ...(await takePlacesIn(tx, courseId, actor.volunteerId)) }, answer),
  );

import type { EndpointOutput, EnrolmentAnswer, endpoints } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { readMyCourses } from "../../db/repositories/course-summaries.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { AnyoneActor } from "../../http/policy.ts";
import { answerOffer, type OfferAnswer } from "../../training/answer-offer.ts";
import { openPersonalLink } from "../../training/personal-link.ts";
import { takePlacesIn } from "../../training/places-in-hand.ts";

/** The course and how things stand, and no name: a mail may be passed on. Looking changes nothing. */
export async function readOffer(deps: AppDeps, token: string): Promise<EndpointOutput<typeof endpoints.readOffer>> {
  const { networkId, volunteerId, courseId } = await openOfferLink(deps, token);
  return deps.db.withTenant(networkId, async (tx) => {
    const course = (await readMyCourses(tx, volunteerId, deps.clock())).find(({ id }) => id === courseId);
    if (course?.myEnrolment === undefined || course.myEnrolment === null) throw new Refusal("link_expired");
    const sessions = course.sessions.filter(({ cancelled }) => !cancelled);
    return {
      courseTitle: course.title,
      organiser: course.organiser,
      timeZone: await readTimeZone(tx),
      ended: course.cancelled || course.over,
      enrolment: course.myEnrolment,
      sessions: sessions.map(({ id, moduleTitle, startsAt, endsAt, place }) => ({
        id,
        moduleTitle,
        startsAt,
        endsAt,
        place,
      })),
    };
  });
}

export async function answerOfferByLink(
  deps: AppDeps,
  actor: AnyoneActor,
  token: string,
  answer: OfferAnswer,
): Promise<EnrolmentAnswer> {
  const { networkId, volunteerId, courseId } = await openOfferLink(deps, token);
  return deps.db.withTenant(networkId, async (tx) =>
    answerOffer({ deps, tx, actor, ...(await takePlacesIn(tx, courseId, volunteerId)) }, answer),
  );
}

async function openOfferLink(deps: AppDeps, token: string) {
  const { networkId, volunteerId, courseId } = await openPersonalLink(deps, token, "offer");
  if (courseId === null) throw new Refusal("link_expired");
  return { networkId, volunteerId, courseId };
}

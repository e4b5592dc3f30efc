import type { PairingView, RoundMentorView, RoundRequestView } from "@augenhoehe/contract";
import { maskToSlots, type WeekSlots } from "@augenhoehe/domain";
import type { z } from "zod";
import { fullName } from "../../db/repositories/mentor-cards.ts";
import type { RoundScene } from "./draft-scene.ts";

type RequestView = z.infer<typeof RoundRequestView>;
type MentorView = z.infer<typeof RoundMentorView>;

const DAY_MS = 86_400_000;

/** Whoever may not be seen any more has no name and no view. */
export const chosenNameOf = (scene: RoundScene, requestId: string): string | undefined =>
  scene.requests.get(requestId)?.chosenName;

export function mentorNameOf(scene: RoundScene, mentorId: string): string | undefined {
  const mentor = scene.mentors.get(mentorId);
  return mentor === undefined ? undefined : fullName(mentor);
}

const districtNameOf = ({ districtNames }: RoundScene, key: string | null): string | null =>
  key === null ? null : (districtNames.get(key) ?? key);

export function requestView(scene: RoundScene, requestId: string): RequestView | undefined {
  const [request, chosenName] = [scene.frozenRequests.get(requestId), chosenNameOf(scene, requestId)];
  if (request === undefined || chosenName === undefined) return undefined;
  return {
    requestId,
    chosenName,
    district: request.district,
    districtName: districtNameOf(scene, request.district),
    waitingDays: Math.max(0, Math.floor((scene.frozen.input.now - request.waitingSince) / DAY_MS)),
  };
}

export function mentorView(scene: RoundScene, mentorId: string): MentorView | undefined {
  const [mentor, name] = [scene.frozenMentors.get(mentorId), mentorNameOf(scene, mentorId)];
  if (mentor === undefined || name === undefined) return undefined;
  return { mentorId, name, district: mentor.district, districtName: districtNameOf(scene, mentor.district) };
}

const slotsOf = (slots: WeekSlots | null) => (slots === null ? null : maskToSlots(slots));

/** One side of a pair in full, as frozen. */
export function requestSide(scene: RoundScene, requestId: string): PairingView["request"] | undefined {
  const [request, chosenName] = [scene.frozenRequests.get(requestId), chosenNameOf(scene, requestId)];
  if (request === undefined || chosenName === undefined) return undefined;
  return {
    chosenName,
    languages: [...request.languages],
    slots: slotsOf(request.slots),
    topics: [...request.topics],
    interests: [...request.interests],
    gender: request.gender,
    ageBand: request.ageBand,
    forWhom: request.forWhom,
    wishes: { ...request.wishes, mentorAgeBands: [...request.wishes.mentorAgeBands] },
    reachKm: request.reachKm,
    districtName: districtNameOf(scene, request.district),
    interpreterAgreed: request.interpreterAgreed,
  };
}

export function mentorSide(scene: RoundScene, mentorId: string): PairingView["mentor"] | undefined {
  const [mentor, name] = [scene.frozenMentors.get(mentorId), mentorNameOf(scene, mentorId)];
  if (mentor === undefined || name === undefined) return undefined;
  const { menteeGender, menteeAgeBands, forWhom } = mentor.wishes;
  return {
    volunteerId: mentorId,
    name,
    languages: [...mentor.languages],
    slots: slotsOf(mentor.slots),
    topics: [...mentor.topics],
    interests: [...mentor.interests],
    gender: mentor.gender,
    ageBand: mentor.ageBand,
    wishes: { menteeGender, menteeAgeBands: [...menteeAgeBands], forWhom: [...forWhom] },
    reachKm: mentor.reachKm,
    districtName: districtNameOf(scene, mentor.district),
    openTandems: mentor.openTandems,
    openProposals: mentor.openProposals,
    capacity: mentor.capacity,
  };
}

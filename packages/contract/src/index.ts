import { accessEndpoints } from "./access.ts";
import { deskEndpoints } from "./desk.ts";
import { healthEndpoints } from "./health.ts";
import { inboxEndpoints } from "./inbox.ts";
import { listsEndpoints } from "./lists.ts";
import { funnelEndpoints } from "./funnel.ts";
import { newcomerEndpoints } from "./newcomer.ts";
import { proofsEndpoints } from "./proofs.ts";
import { proposalsEndpoints } from "./proposals.ts";
import { publicEndpoints } from "./public.ts";
import { requestsEndpoints } from "./requests.ts";
import { roundsEndpoints } from "./rounds.ts";
import { settingsEndpoints } from "./settings.ts";
import { stammtischEndpoints } from "./stammtisch.ts";
import { curriculaEndpoints } from "./curricula.ts";
import { coursesEndpoints } from "./courses.ts";
import { placesEndpoints } from "./places.ts";
import { attendanceEndpoints } from "./attendance.ts";
import { certificatesEndpoints } from "./certificates.ts";
import { courseRoomEndpoints } from "./course-room.ts";
import { calendarEndpoints } from "./calendar.ts";
import { volunteerEndpoints } from "./volunteer.ts";
import { volunteersEndpoints } from "./volunteers.ts";

export * from "./access.ts";
export * from "./desk.ts";
export * from "./endpoint.ts";
export * from "./error.ts";
export * from "./funnel.ts";
export * from "./lists.ts";
export * from "./my-training.ts";
export * from "./newcomer.ts";
export * from "./proofs.ts";
export * from "./proposals.ts";
export * from "./public.ts";
export * from "./requests.ts";
export * from "./round-plans.ts";
export * from "./rounds.ts";
export * from "./settings.ts";
export * from "./shared.ts";
export * from "./stammtisch.ts";
export * from "./curricula.ts";
export * from "./course-plan.ts";
export * from "./course-summary.ts";
export * from "./courses.ts";
export * from "./places.ts";
export * from "./attendance.ts";
export * from "./certificates.ts";
export * from "./course-room.ts";
export * from "./calendar.ts";
export * from "./volunteer.ts";
export * from "./volunteers.ts";

/** The table of endpoints, by name. */
export const endpoints = {
  ...healthEndpoints,
  ...inboxEndpoints,
  ...accessEndpoints,
  ...publicEndpoints,
  ...newcomerEndpoints,
  ...volunteerEndpoints,
  ...volunteersEndpoints,
  ...requestsEndpoints,
  ...proposalsEndpoints,
  ...roundsEndpoints,
  ...curriculaEndpoints,
  ...coursesEndpoints,
  ...placesEndpoints,
  ...attendanceEndpoints,
  ...certificatesEndpoints,
  ...courseRoomEndpoints,
  ...calendarEndpoints,
  ...stammtischEndpoints,
  ...deskEndpoints,
  ...listsEndpoints,
  ...settingsEndpoints,
  ...proofsEndpoints,
  ...funnelEndpoints,
};
export type EndpointName = keyof typeof endpoints;

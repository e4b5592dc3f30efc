import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Done, Id, IdParams } from "./shared.ts";

export const placesEndpoints = {
  enrolVolunteer: endpoint({
    method: "POST",
    path: "/api/courses/:id/enrolments",
    who: ["coordinator"],
    summary: "Enrol a volunteer",
    params: IdParams,
    body: z.strictObject({ volunteerId: Id }),
    response: z.strictObject({ status: z.enum(["enrolled", "waiting"]), position: z.number().int().nullable() }),
  }),
  cancelEnrolment: endpoint({
    method: "DELETE",
    path: "/api/courses/:id/enrolments/:volunteerId",
    who: ["coordinator"],
    summary: "Take a volunteer out of a course; the waiting list moves up",
    params: z.strictObject({ id: Id, volunteerId: Id }),
    response: Done,
  }),
};

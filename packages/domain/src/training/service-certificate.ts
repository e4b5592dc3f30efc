import type { IsoDate } from "../iso-date.ts";
import { Refusal } from "../refusals.ts";
import type { VolunteerStatus } from "../volunteer.ts";

/** What somebody has done, in hours and in tasks of the network's list: nobody who was accompanied can be named in it. */
export interface ServiceRecord {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly trainingMinutes: number;
  readonly stammtischHours: number;
  readonly accompanimentHours: number;
}

/** It looks back: while somebody is here, there is nothing to close. */
export function requireServiceOver(status: VolunteerStatus, hasOne: boolean): void {
  if (status !== "left") throw new Refusal("service_certificate_not_left");
  if (hasOne) throw new Refusal("certificate_issued_already");
}

/** Which of the two days is wrong, if one is: a service begins before it ends, and it has ended. */
export function wrongDayOfService(
  record: Pick<ServiceRecord, "from" | "until">,
  today: IsoDate,
): "from" | "until" | null {
  if (record.until > today) return "until";
  return record.from > record.until ? "from" : null;
}

export const serviceMinutes = ({ trainingMinutes, stammtischHours, accompanimentHours }: ServiceRecord): number =>
  trainingMinutes + (stammtischHours + accompanimentHours) * 60;

import type { CurrentEntry } from "../calendar.ts";

export interface StammtischDate {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly topics: string;
  readonly sequence: number;
  readonly cancelled: boolean;
}

/** The same in every mail and download, so that a calendar knows the date again. */
export const stammtischEntry = (
  { id, startsAt, endsAt, place, topics, sequence, cancelled }: StammtischDate,
  networkName: string,
): CurrentEntry => ({
  uid: `stammtisch-${id}@augenhoehe`,
  sequence,
  startsAt,
  endsAt,
  title: `Stammtisch ${networkName}`,
  place,
  description: topics,
  status: cancelled ? "cancelled" : "confirmed",
});

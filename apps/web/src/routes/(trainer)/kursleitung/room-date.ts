import type { RoomDate } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import { sessionTime } from "#lib/server/course-view.ts";
import type { Formats } from "#lib/server/format.ts";

/** A session in the trainer's words: numbers of people, never who they are. */
export interface RoomDateView {
  readonly id: string;
  readonly courseId: string;
  readonly courseTitle: string;
  readonly module: string;
  readonly when: string;
  readonly place: string;
  readonly cancelled: boolean;
  readonly over: boolean;
  readonly unmarked: number;
  readonly tallies: readonly { readonly count: number; readonly label: string }[];
}

export function roomDateView(date: RoomDate, when: Formats, now: Date): RoomDateView {
  const over = new Date(date.endsAt) <= now;
  return {
    id: date.sessionId,
    courseId: date.courseId,
    courseTitle: date.courseTitle,
    module: date.moduleTitle,
    when: sessionTime(date, when),
    place: date.place,
    cancelled: date.cancelled,
    over,
    unmarked: date.unmarked,
    tallies: over ? afterwards(date) : ahead(date),
  };
}

const ahead = ({ coming, excused, guests }: RoomDate): RoomDateView["tallies"] => [
  { count: coming, label: m.material_coming() },
  { count: excused, label: m.material_excused() },
  { count: guests, label: m.material_guests({ count: guests }) },
];

const afterwards = ({ present, unmarked }: RoomDate): RoomDateView["tallies"] => [
  { count: present, label: m.material_present() },
  ...(unmarked === 0 ? [] : [{ count: unmarked, label: m.material_unmarked() }]),
];

import type { CurriculumModule } from "./curriculum.ts";

/** A date as it is planned; `isSaved`: it already stands in the calendar exactly like this. */
export interface PlannedDate {
  readonly moduleKey: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly isSaved: boolean;
}

interface TimeSpan {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What takes a room, and trainers, at a time: a date of another course, or a Stammtisch. */
export type Occasion = TimeSpan &
  ({ readonly kind: "course"; readonly title: string } | { readonly kind: "stammtisch" });

export type OccupiedTime = Occasion & { readonly place: string; readonly trainerIds: readonly string[] };

export type DateWarning =
  | { readonly code: "holiday"; readonly name: string }
  | { readonly code: "room_taken"; readonly by: Occasion }
  | { readonly code: "trainer_elsewhere"; readonly trainer: string; readonly by: Occasion }
  | { readonly code: "module_cut_short"; readonly minutes: number; readonly moduleMinutes: number }
  | { readonly code: "module_out_of_order" }
  | { readonly code: "in_past" };

export interface PlanSurroundings {
  readonly now: Date;
  readonly modules: readonly CurriculumModule[];
  readonly trainers: readonly { readonly accountId: string; readonly displayName: string }[];
  readonly occupied: readonly OccupiedTime[];
  /** Name of the public holiday on the day of a date, or null. */
  readonly holidayOf: (date: TimeSpan) => string | null;
}

/** What to look at again at each date, in the order of the plan. What is saved and over is left in peace. */
export function dateWarnings(plan: readonly PlannedDate[], around: PlanSurroundings): DateWarning[][] {
  const short = cutShort(plan, around.modules);
  const outOfOrder = datesOutOfOrder(plan, around.modules);
  return plan.map((date) => {
    if (date.isSaved && date.endsAt <= around.now) return [];
    const isNewInPast = !date.isSaved && date.startsAt < around.now;
    const holiday = around.holidayOf(date);
    const meanwhile = around.occupied.filter((occasion) => overlap(date, occasion));
    return [
      ...(isNewInPast ? [{ code: "in_past" } as const] : []),
      ...(holiday === null ? [] : [{ code: "holiday", name: holiday } as const]),
      ...meanwhile
        .filter(({ place }) => isSameRoom(place, date.place))
        .map((by) => ({ code: "room_taken", by: occasionOf(by) }) as const),
      ...meanwhile.flatMap((by) =>
        around.trainers
          .filter(({ accountId }) => by.trainerIds.includes(accountId))
          .map(({ displayName }) => ({ code: "trainer_elsewhere", trainer: displayName, by: occasionOf(by) }) as const),
      ),
      ...(short.get(date) ?? []),
      ...(outOfOrder.has(date) ? [{ code: "module_out_of_order" } as const] : []),
    ];
  });
}

/** Modules that no date is planned for. */
export const modulesWithoutDate = (
  plan: readonly Pick<PlannedDate, "moduleKey">[],
  modules: readonly CurriculumModule[],
): readonly CurriculumModule[] => modules.filter(({ key }) => !plan.some(({ moduleKey }) => moduleKey === key));

/** Positions of dates that begin before an earlier date of the same course is over. */
export function overlappingDates(plan: readonly TimeSpan[]): number[] {
  return plan.flatMap((date, position) => {
    const isLater = (other: TimeSpan, index: number) =>
      other.startsAt < date.startsAt || (other.startsAt.getTime() === date.startsAt.getTime() && index < position);
    return plan.some((other, index) => index !== position && isLater(other, index) && overlap(date, other))
      ? [position]
      : [];
  });
}

const overlap = (a: TimeSpan, b: TimeSpan): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** A call has room for everybody. */
const NO_ROOM = new Set(["online", "digital", "zoom", "teams", "videokonferenz", "perzoom", "webex", "bigbluebutton"]);

/** Case, spaces and punctuation do not make another room of it; an online meeting is none. */
export function isSameRoom(a: string, b: string): boolean {
  const folded = foldPlace(a);
  return folded !== "" && folded === foldPlace(b) && !NO_ROOM.has(folded);
}

const foldPlace = (place: string): string =>
  place
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

function occasionOf(occupied: OccupiedTime): Occasion {
  const { startsAt, endsAt } = occupied;
  return occupied.kind === "course"
    ? { kind: "course", title: occupied.title, startsAt, endsAt }
    : { kind: "stammtisch", startsAt, endsAt };
}

/** A module may be held in parts: told at its last date when all of them together are too short. */
function cutShort(
  plan: readonly PlannedDate[],
  modules: readonly CurriculumModule[],
): ReadonlyMap<PlannedDate, readonly DateWarning[]> {
  return new Map(
    modules.flatMap(({ key, hours }) => {
      const dates = inOrderOfTime(plan).filter(({ moduleKey }) => moduleKey === key);
      const last = dates.at(-1);
      const minutes = dates.reduce((sum, date) => sum + minutesOf(date), 0);
      const moduleMinutes = Math.round(hours * 60);
      return last !== undefined && minutes < moduleMinutes
        ? [[last, [{ code: "module_cut_short", minutes, moduleMinutes }]] as const]
        : [];
    }),
  );
}

/** The first date of a module that comes after the first date of a later module. */
function datesOutOfOrder(plan: readonly PlannedDate[], modules: readonly CurriculumModule[]): ReadonlySet<PlannedDate> {
  const seen = new Set<string>();
  const late = new Set<PlannedDate>();
  let furthest = -1;
  for (const date of inOrderOfTime(plan)) {
    const position = modules.findIndex(({ key }) => key === date.moduleKey);
    if (position === -1 || seen.has(date.moduleKey)) continue;
    seen.add(date.moduleKey);
    if (position < furthest) late.add(date);
    furthest = Math.max(furthest, position);
  }
  return late;
}

const inOrderOfTime = (plan: readonly PlannedDate[]): PlannedDate[] =>
  plan.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());

const minutesOf = ({ startsAt, endsAt }: TimeSpan): number =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);

import { Refusal } from "./refusals.ts";

/** A volunteer's places: every open proposal and every open tandem takes one. */
export interface MentorLoad {
  readonly capacity: number;
  readonly openProposals: number;
  readonly openTandems: number;
}

const openWork = ({ openProposals, openTandems }: MentorLoad): number => openProposals + openTandems;

export const freePlaces = (load: MentorLoad): number => Math.max(0, load.capacity - openWork(load));

/** Read with the volunteer's row locked, or two coordinators take the same place. */
export function requirePlaceToPropose(load: MentorLoad): void {
  if (freePlaces(load) === 0) throw atCapacity(load);
}

/** The proposal to be confirmed is itself among the open ones and keeps its place. */
export function requirePlaceToConfirm(load: MentorLoad): void {
  if (openWork(load) > load.capacity) throw atCapacity(load);
}

const atCapacity = (load: MentorLoad): Refusal =>
  new Refusal("mentor_at_capacity", { open: openWork(load), capacity: load.capacity });

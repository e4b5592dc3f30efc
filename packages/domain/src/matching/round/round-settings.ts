import { Refusal } from "../../refusals.ts";
import type { RoundSettings, RoundWishes } from "./types.ts";

/**
 * Shown by `npm run bench:simulation`: with these no group waits longer than under first come, first served, beyond
 * chance. The bonus is the same for all pairs of a request, so it moves who is served; with whom, the fit decides. It
 * must go on growing for as long as people really wait (1000 is 50 weeks).
 * A higher minimum keeps those waiting who have no better pair.
 */
export const DEFAULT_ROUND_SETTINGS: RoundSettings = {
  objective: "served-first",
  minimumPoints: 20,
  waitingBonus: { pointsPerWeek: 20, atMostPoints: 1_000 },
};

export const NO_WISHES: RoundWishes = { pins: [], bans: [], priority: [], leftOut: { requests: [], mentors: [] } };

/** Highest values; the lowest are 0. */
export const ROUND_SETTING_LIMITS = { minimumPoints: 100, pointsPerWeek: 20, atMostPoints: 1_000 } as const;
type RoundNumber = keyof typeof ROUND_SETTING_LIMITS;

/** The settings as they are, or a refusal. */
export function decideSettings(settings: RoundSettings): RoundSettings {
  const { minimumPoints, waitingBonus } = settings;
  if (!Number.isInteger(minimumPoints)) throw outOfRange("minimumPoints");
  requireInRange("minimumPoints", minimumPoints);
  requireInRange("pointsPerWeek", waitingBonus.pointsPerWeek);
  requireInRange("atMostPoints", waitingBonus.atMostPoints);
  return settings;
}

function requireInRange(setting: RoundNumber, value: number): void {
  const isHundredths = Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
  if (!isHundredths || !(value >= 0 && value <= ROUND_SETTING_LIMITS[setting])) throw outOfRange(setting);
}

const outOfRange = (setting: RoundNumber): Refusal =>
  new Refusal("round_setting_out_of_range", { setting, from: 0, to: ROUND_SETTING_LIMITS[setting] });

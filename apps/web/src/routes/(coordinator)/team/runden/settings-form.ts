import type { RoundSettings } from "@augenhoehe/contract";
import { DEFAULT_ROUND_SETTINGS } from "@augenhoehe/domain/matching";
import type { SubmittedForm } from "#lib/server/form.ts";

const WAITING_WAYS = ["first", "some", "none", "own"] as const;
type WaitingWay = (typeof WAITING_WAYS)[number];
type WaitingBonus = RoundSettings["waitingBonus"];

/** The ways that have a name; `first` is the one we recommend. */
const NAMED: Readonly<Record<Exclude<WaitingWay, "own">, WaitingBonus>> = {
  first: DEFAULT_ROUND_SETTINGS.waitingBonus,
  some: { pointsPerWeek: 2, atMostPoints: 40 },
  none: { pointsPerWeek: 0, atMostPoints: 0 },
};

/** Which of the ways in words a waiting bonus is. */
export function waitingWay({ pointsPerWeek, atMostPoints }: WaitingBonus): WaitingWay {
  if (pointsPerWeek === 0 || atMostPoints === 0) return "none";
  const isLike = (bonus: WaitingBonus) => bonus.pointsPerWeek === pointsPerWeek && bonus.atMostPoints === atMostPoints;
  return isLike(NAMED.first) ? "first" : isLike(NAMED.some) ? "some" : "own";
}

/** Settings as `SettingsFields` shows them. */
export const settingsStored = ({ objective, minimumPoints, waitingBonus }: RoundSettings) => ({
  objective,
  minimumPoints,
  ...waitingBonus,
  waiting: waitingWay(waitingBonus),
});

/** What counts, as `SettingsFields` asks for it; what is no number the api refuses at its field. */
export function readSettings(form: SubmittedForm): RoundSettings {
  const number = (name: string) => form.number(name) ?? Number.NaN;
  const way = form.choice("waiting", WAITING_WAYS) ?? "first";
  return {
    objective: form.choice("settings.objective", ["served-first", "value"]) ?? DEFAULT_ROUND_SETTINGS.objective,
    minimumPoints: number("settings.minimumPoints"),
    waitingBonus:
      way === "own"
        ? {
            pointsPerWeek: number("settings.waitingBonus.pointsPerWeek"),
            atMostPoints: number("settings.waitingBonus.atMostPoints"),
          }
        : NAMED[way],
  };
}

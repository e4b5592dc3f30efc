import { LiveAssignment } from "../assignment/index.ts";
import { bonusOf, buildProblem } from "./round-problem.ts";
import type { RoundProblem } from "./round-problem.ts";
import type { RoundScene } from "./round-scene.ts";

/** What a plan is worth, in strict order; the first two are 0 where only the value counts. */
export type PlanWorth = readonly [priorityServed: number, served: number, value: number];

/** The better one first. */
export const compareWorth = (a: PlanWorth, b: PlanWorth): number => b[0] - a[0] || b[1] - a[1] || b[2] - a[2];

/** Tries out pins on a plan that stays the best all the time. */
export class PinTrials {
  readonly #scene: RoundScene;
  readonly #round: RoundProblem;
  readonly #live: LiveAssignment;

  constructor(scene: RoundScene) {
    this.#scene = scene;
    this.#round = buildProblem(scene.pool, scene.settings, scene.numbered);
    this.#live = new LiveAssignment(this.#round.problem, { objective: scene.settings.objective });
  }

  /** Of the best plan with this pair; the mentor must have a place that no pin takes. */
  worthWith(request: number, mentor: number, points: number): PlanWorth {
    const { pool, settings, numbered } = this.#scene;
    const { requests, mentors } = this.#round;
    const number = requests.indexOf(request);
    this.#live.pin(number, mentors.indexOf(mentor), 100 * points + bonusOf(pool, settings, request));
    const { mentorOf, served, total } = this.#live.solution();
    this.#live.unpin(number);
    if (settings.objective === "value") return [0, 0, total];
    const priorityServed = requests.filter((one, at) => (mentorOf[at] ?? -1) >= 0 && numbered.priority.has(one));
    return [priorityServed.length, served, total];
  }
}

import { LiveAssignment } from "../assignment/index.ts";
import type { Candidate } from "../assignment/index.ts";
import type { RecruitCandidate } from "./recruit-candidates.ts";
import { profilePoints } from "./recruit-profile.ts";
import { bonusOf, buildProblem } from "./round-problem.ts";
import type { RoundProblem } from "./round-problem.ts";
import type { RoundScene } from "./round-scene.ts";

/** Tries out new mentors on a plan that stays the best all the time: who was tried goes, who is kept stays. */
export class RecruitTrials {
  readonly #scene: RoundScene;
  readonly #round: RoundProblem;
  readonly #live: LiveAssignment;
  readonly #numbers = new Map<string, number>();
  #served: number;

  constructor(scene: RoundScene, candidates: number) {
    const { pool, settings, numbered } = scene;
    this.#scene = scene;
    this.#round = buildProblem(pool, settings, numbered);
    this.#live = new LiveAssignment(this.#round.problem, {
      objective: settings.objective,
      spare: { requests: 0, mentors: candidates },
      highestValue: 100 * (100 + Math.ceil(settings.waitingBonus.atMostPoints)),
    });
    this.#served = this.#live.solution().served;
  }

  /** How many more are served with so many mentors of this kind, beside those kept before. */
  gain(candidate: RecruitCandidate, mentors: number): number {
    const number = this.#join(candidate, mentors);
    const { served } = this.#live.solution();
    this.#live.setPlaces(number, 0);
    return served - this.#served;
  }

  keep(candidate: RecruitCandidate, mentors: number): void {
    this.#live.setPlaces(this.#join(candidate, mentors), mentors);
    this.#served = this.#live.solution().served;
  }

  #join({ key, profile }: RecruitCandidate, places: number): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) {
      this.#live.setPlaces(known, places);
      return known;
    }
    const number = this.#live.joinMentor(places, this.#pairs(profile));
    this.#numbers.set(key, number);
    return number;
  }

  #pairs(profile: RecruitCandidate["profile"]): Candidate[] {
    const { pool, settings } = this.#scene;
    return Array.from(this.#round.requests).flatMap((request, person) => {
      const prepared = pool.requests[request];
      const points = prepared === undefined ? null : profilePoints(profile, prepared);
      if (points === null || points < settings.minimumPoints) return [];
      return [{ person, value: 100 * points + bonusOf(pool, settings, request) }];
    });
  }
}

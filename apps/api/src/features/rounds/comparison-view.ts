import { COMPARED_AT_MOST, type AlternativeView, type PlanComparisonView } from "@augenhoehe/contract";
import type { Alternative, PairPoints, PlanComparison } from "@augenhoehe/domain/matching";
import type { RoundScene } from "./draft-scene.ts";
import { chosenNameOf, mentorNameOf } from "./people-view.ts";

type MentorAt = PlanComparisonView["newlyServed"][number]["by"];

/** The difference between two plans with the names of those it is about. */
export function comparisonView(scene: RoundScene, comparison: PlanComparison): PlanComparisonView {
  const { moved, newlyServed, noLongerServed, kept, served, priorityServed, points, bonus } = comparison;
  const namedPairs = (pairs: readonly PairPoints[]) =>
    pairs.slice(0, COMPARED_AT_MOST).flatMap((pair) => {
      const [chosenName, by] = [chosenNameOf(scene, pair.requestId), mentorAt(scene, pair)];
      return chosenName === undefined || by === undefined ? [] : [{ requestId: pair.requestId, chosenName, by }];
    });
  return {
    moved: moved.slice(0, COMPARED_AT_MOST).flatMap((pair) => {
      const chosenName = chosenNameOf(scene, pair.requestId);
      const [before, after] = [mentorAt(scene, pair.before), mentorAt(scene, pair.after)];
      if (chosenName === undefined || before === undefined || after === undefined) return [];
      return [{ requestId: pair.requestId, chosenName, before, after }];
    }),
    newlyServed: namedPairs(newlyServed),
    noLongerServed: namedPairs(noLongerServed),
    counts: {
      moved: moved.length,
      newlyServed: newlyServed.length,
      noLongerServed: noLongerServed.length,
      kept,
    },
    served,
    priorityServed,
    points,
    bonus,
  };
}

function mentorAt(
  scene: RoundScene,
  { mentorId, points }: { readonly mentorId: string; readonly points: number },
): MentorAt | undefined {
  const name = mentorNameOf(scene, mentorId);
  return name === undefined ? undefined : { mentorId, name, points };
}

export function alternativeViews(scene: RoundScene, alternatives: readonly Alternative[]): AlternativeView[] {
  return alternatives.flatMap(({ requestId, mentorId, points, cost }) => {
    const [chosenName, mentorName] = [chosenNameOf(scene, requestId), mentorNameOf(scene, mentorId)];
    if (chosenName === undefined || mentorName === undefined) return [];
    return [{ requestId, chosenName, mentorId, mentorName, points, cost: comparisonView(scene, cost) }];
  });
}

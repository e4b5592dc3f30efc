import type { UnservedRow } from "@augenhoehe/contract";
import type { UnservedSurvey } from "@augenhoehe/domain/matching";
import type { DraftScene } from "./draft-scene.ts";
import { requestView } from "./people-view.ts";

/** Who stays unserved and why, those to be served first before the others, then the longest waiting. */
export function unservedRows(scene: DraftScene, surveys: readonly UnservedSurvey[]): UnservedRow[] {
  return surveys
    .flatMap((survey) => unservedRow(scene, survey) ?? [])
    .toSorted((a, b) => Number(b.priority) - Number(a.priority) || b.waitingDays - a.waitingDays);
}

export function unservedRow(scene: DraftScene, survey: UnservedSurvey): UnservedRow | undefined {
  const request = requestView(scene, survey.requestId);
  if (request === undefined) return undefined;
  const { because, possible, excluded } = survey;
  const priority = scene.basis.wishes.priority.includes(survey.requestId);
  return { ...request, priority, because, possible, excluded: [...excluded] };
}

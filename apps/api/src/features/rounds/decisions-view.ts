import type { ReadyPlanView } from "@augenhoehe/contract";
import type { DraftScene } from "./draft-scene.ts";
import { peopleOfEdit } from "./people-of-edit.ts";
import { chosenNameOf, mentorNameOf, mentorView, requestView } from "./people-view.ts";

/** What was decided by hand and is in no pair. People who may not be seen any more are not named among those left out. */
export function decisionsView(scene: DraftScene): ReadyPlanView["decisions"] {
  const { bans, leftOut } = scene.basis.wishes;
  return {
    bans: bans.flatMap(({ requestId, mentorId, reason }) => {
      const [chosenName, mentorName] = [chosenNameOf(scene, requestId), mentorNameOf(scene, mentorId)];
      if (chosenName === undefined || mentorName === undefined) return [];
      return [{ requestId, chosenName, mentorId, mentorName, reason }];
    }),
    requestsLeftOut: leftOut.requests.flatMap((id) => requestView(scene, id) ?? []),
    mentorsLeftOut: leftOut.mentors.flatMap((id) => mentorView(scene, id) ?? []),
  };
}

/** What the next press on "undo" takes back. */
export function lastStepView(scene: DraftScene, by: string): ReadyPlanView["lastStep"] {
  const step = scene.state.steps.at(-1);
  if (step === undefined) return null;
  const { requestIds, mentorIds } = peopleOfEdit(step.change);
  return {
    kind: step.change.kind,
    at: step.at,
    by,
    chosenNames: requestIds.flatMap((id) => chosenNameOf(scene, id) ?? []),
    mentorNames: mentorIds.flatMap((id) => mentorNameOf(scene, id) ?? []),
  };
}

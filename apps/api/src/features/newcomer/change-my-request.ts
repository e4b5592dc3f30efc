import { RequestAnswers, type DraftAnswers } from "@augenhoehe/contract";
import { Refusal, decideRequest, mayInvolveMinors } from "@augenhoehe/domain";
import { findNewestProposal } from "../../db/repositories/mentee-view.ts";
import { updateMentee, updateRequest } from "../../db/repositories/newcomer-requests.ts";
import { unknownKeys } from "../../db/repositories/vocabulary.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { MenteeActor } from "../../http/policy.ts";
import { answersOf, menteeColumns, requestColumns } from "../../people/request-answers.ts";
import { lockMyRequest } from "./own-request.ts";
import { questionOf, shownStatus } from "./shown-status.ts";

/** Name, contact and releases may be changed, and taken back, at any time before the end. */
const ALWAYS_MINE: ReadonlySet<string> = new Set([
  "chosenName",
  "locale",
  "phone",
  "email",
  "otherContact",
  "releasePhone",
  "releaseEmail",
  "contactPerson",
] satisfies (keyof DraftAnswers)[]);

export async function changeMyRequest(deps: AppDeps, actor: MenteeActor, given: DraftAnswers): Promise<void> {
  const { clock, vault, recordActivity } = deps;
  await deps.db.withTenant(actor.networkId, async (tx) => {
    const { mentee, request } = await lockMyRequest(tx, vault, actor);
    const newest = await findNewestProposal(tx, request.id);
    const status = shownStatus(request.status, questionOf(newest?.proposal ?? null, clock()));
    if (status === "closed") throw new Refusal("request_closed");
    const matters = Object.keys(given).some((key) => !ALWAYS_MINE.has(key));
    if (matters) decideRequest({ ...request, status }, { type: "change" }, clock());
    const answers = RequestAnswers.parse({ ...answersOf(mentee, request, vault), ...given });
    const issues = await unknownKeys(tx, answers);
    if (issues.length > 0) throw new InputError(issues);
    await updateMentee(tx, mentee.id, menteeColumns(answers, mentee.id, vault));
    await updateRequest(tx, request.id, {
      ...requestColumns(answers),
      involvesMinors: request.involvesMinors || mayInvolveMinors(answers),
    });
    await recordActivity(tx, {
      actor,
      action: "request_changed",
      subjectKind: "request",
      subjectId: request.id,
      facts: { answers: Object.keys(given).toSorted().join(",") },
      providerId: request.providerId,
    });
  });
}

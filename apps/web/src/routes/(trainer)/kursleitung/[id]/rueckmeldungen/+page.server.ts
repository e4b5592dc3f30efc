import type { FeedbackCounts } from "@augenhoehe/contract";
import { FEEDBACK_FACES } from "@augenhoehe/domain";
import { FACE_LABELS } from "#lib/messages/face-labels.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const feedback = requireData(event, await api(event).call("readCourseFeedback", { params: { id } }));
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  return {
    id,
    title: feedback.courseTitle,
    total: countsView(feedback.total),
    leftOver: countsView(feedback.leftOver),
    sessions: feedback.sessions.map(({ sessionId, moduleTitle, startsAt, shown, isOpen }) => ({
      id: sessionId,
      module: moduleTitle,
      date: when.weekdayDate(startsAt),
      shown: countsView(shown),
      hint: hintOf(shown !== null, isOpen),
    })),
  };
};

function hintOf(isShown: boolean, isOpen: boolean): string | null {
  if (!isOpen) return isShown ? null : m.material_feedback_never();
  return isShown ? m.material_feedback_more() : m.material_feedback_not_yet();
}

function countsView(counts: FeedbackCounts | null) {
  if (counts === null) return null;
  return {
    answers: m.material_feedback_answers({ count: counts.answers }),
    total: counts.answers,
    faces: FEEDBACK_FACES.map((face) => ({ face, label: FACE_LABELS[face](), count: counts.faces[face] })),
    sentences: counts.sentences,
  };
}

import type { FeedbackFace } from "@augenhoehe/domain";
import { m } from "#lib/paraglide/messages.js";

export const FACE_LABELS = {
  good: m.material_face_good,
  all_right: m.material_face_all_right,
  not_good: m.material_face_not_good,
} as const satisfies Record<FeedbackFace, () => string>;

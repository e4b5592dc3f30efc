import { courseProgress, type SessionMark } from "./course-progress.ts";
import type { Curriculum } from "./curriculum.ts";

/**
 * The date whose attendance made the course complete; null while it is not. Nothing attended later takes that away, so
 * the first complete beginning of the marks is found by halving.
 */
export function completedAt(curriculum: Curriculum, marks: readonly SessionMark[]): Date | null {
  const inOrder = [...marks].sort((a, b) => a.heldAt.getTime() - b.heldAt.getTime());
  const isComplete = (count: number): boolean => courseProgress(curriculum, inOrder.slice(0, count)).isComplete;
  if (!isComplete(inOrder.length)) return null;
  let [tooFew, enough] = [0, inOrder.length];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isComplete(middle)) enough = middle;
    else tooFew = middle;
  }
  return inOrder[enough - 1]?.heldAt ?? null;
}

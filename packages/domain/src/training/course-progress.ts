import type { Curriculum, CurriculumModule } from "./curriculum.ts";

/** One session of any course of the curriculum that a volunteer was marked for. */
export interface SessionMark {
  readonly moduleKey: string;
  readonly courseId: string;
  readonly heldAt: Date;
  readonly mark: "present" | "absent";
}

export interface ModuleProgress {
  readonly module: CurriculumModule;
  /** When and in which course it was first attended; null while it is missing. */
  readonly attended: { readonly heldAt: Date; readonly courseId: string } | null;
}

export interface CourseProgress {
  readonly modules: readonly ModuleProgress[];
  readonly attendedCount: number;
  readonly missing: readonly CurriculumModule[];
  readonly isComplete: boolean;
}

/** Where somebody stands: each module counts once, in whichever course of the curriculum it was attended first. */
export function courseProgress(curriculum: Curriculum, marks: readonly SessionMark[]): CourseProgress {
  const modules = curriculum.modules.map((module) => ({ module, attended: firstAttendance(module.key, marks) }));
  const missing = modules.filter(({ attended }) => attended === null).map(({ module }) => module);
  return {
    modules,
    attendedCount: modules.length - missing.length,
    missing,
    isComplete: modules.length > 0 && missing.length === 0,
  };
}

function firstAttendance(moduleKey: string, marks: readonly SessionMark[]): ModuleProgress["attended"] {
  const attended = marks
    .filter((mark) => mark.moduleKey === moduleKey && mark.mark === "present")
    .sort((a, b) => a.heldAt.getTime() - b.heldAt.getTime() || (a.courseId < b.courseId ? -1 : 1));
  const [first] = attended;
  return first === undefined ? null : { heldAt: first.heldAt, courseId: first.courseId };
}

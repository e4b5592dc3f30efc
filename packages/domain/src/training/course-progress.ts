import { curriculumHours, type Curriculum, type CurriculumModule } from "./curriculum.ts";

/** One session of any course of the curriculum that a volunteer was marked for. */
export interface SessionMark {
  readonly moduleKey: string;
  readonly courseId: string;
  readonly heldAt: Date;
  readonly mark: "present" | "absent";
  /** Minutes the person was there, see `attendedMinutes`. */
  readonly minutes: number;
}

export interface AttendedModule {
  /** When and in which course it was first attended. */
  readonly heldAt: Date;
  readonly courseId: string;
  /** Of all sessions of the module together, never more than the module has. */
  readonly minutes: number;
}

export interface ModuleProgress {
  readonly module: CurriculumModule;
  /** Null while it is missing. */
  readonly attended: AttendedModule | null;
}

export interface CourseProgress {
  readonly modules: readonly ModuleProgress[];
  readonly attendedCount: number;
  /** Compulsory modules not attended yet. */
  readonly missing: readonly CurriculumModule[];
  readonly attendedMinutes: number;
  /** What the curriculum's share of hours asks for. */
  readonly requiredMinutes: number;
  /** Every compulsory module and enough hours: the certificate may be issued. */
  readonly isComplete: boolean;
}

/**
 * Where somebody stands. A module may be attended in parts, and in whichever courses of the curriculum; being there
 * twice does not count twice.
 */
export function courseProgress(curriculum: Curriculum, marks: readonly SessionMark[]): CourseProgress {
  const modules = curriculum.modules.map((module) => ({ module, attended: attendedModule(module, marks) }));
  const missing = modules.flatMap(({ module, attended }) => (module.compulsory && attended === null ? [module] : []));
  const attendedMinutes = modules.reduce((sum, { attended }) => sum + (attended?.minutes ?? 0), 0);
  const requiredMinutes = Math.ceil((curriculumHours(curriculum) * 60 * curriculum.minHoursPercent) / 100);
  return {
    modules,
    attendedCount: modules.filter(({ attended }) => attended !== null).length,
    missing,
    attendedMinutes,
    requiredMinutes,
    isComplete: attendedMinutes > 0 && missing.length === 0 && attendedMinutes >= requiredMinutes,
  };
}

function attendedModule(module: CurriculumModule, marks: readonly SessionMark[]): AttendedModule | null {
  const attended = marks
    .filter((mark) => mark.moduleKey === module.key && mark.mark === "present" && mark.minutes > 0)
    .sort((a, b) => a.heldAt.getTime() - b.heldAt.getTime() || (a.courseId < b.courseId ? -1 : 1));
  const [first] = attended;
  if (first === undefined) return null;
  const minutes = attended.reduce((sum, mark) => sum + mark.minutes, 0);
  return { heldAt: first.heldAt, courseId: first.courseId, minutes: Math.min(minutes, Math.round(module.hours * 60)) };
}

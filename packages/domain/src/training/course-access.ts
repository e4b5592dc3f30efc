/** A trainer needs the names of a course until the paper is done, and no longer. */
export const TRAINER_SEES_COURSE_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether the trainers of a course still see its roster; a course without sessions is still being planned. */
export const isOpenToTrainers = (course: { readonly lastSessionEndsAt: Date | null }, now: Date): boolean =>
  course.lastSessionEndsAt === null ||
  now.getTime() < course.lastSessionEndsAt.getTime() + TRAINER_SEES_COURSE_DAYS * DAY_MS;

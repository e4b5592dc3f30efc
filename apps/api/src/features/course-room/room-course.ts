import type { CourseOutline } from "../../db/repositories/course-summaries.ts";

export const roomCourse = ({
  id,
  title,
  organiser,
  curriculumTitle,
  places,
  enrolled,
  cancelled,
  over,
}: CourseOutline) => ({ id, title, organiser, curriculumTitle, places, enrolled, cancelled, over });

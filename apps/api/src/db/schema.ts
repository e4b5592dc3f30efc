import * as attendance from "./schema/attendance.ts";
import * as calendarEntries from "./schema/calendar-entries.ts";
import * as certificates from "./schema/certificates.ts";
import * as courseRoom from "./schema/course-room.ts";
import * as courses from "./schema/courses.ts";
import * as curricula from "./schema/curricula.ts";
import * as matching from "./schema/matching.ts";
import * as mentorChanges from "./schema/mentor-changes.ts";
import * as people from "./schema/people.ts";
import * as personalLinks from "./schema/personal-links.ts";
import * as platform from "./schema/platform.ts";
import * as rounds from "./schema/rounds.ts";
import * as stammtische from "./schema/stammtische.ts";

export const schema = {
  ...platform,
  ...people,
  ...curricula,
  ...courses,
  ...attendance,
  ...certificates,
  ...courseRoom,
  ...stammtische,
  ...personalLinks,
  ...calendarEntries,
  ...matching,
  ...mentorChanges,
  ...rounds,
};

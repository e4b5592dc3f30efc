import type { AccessTable } from "./access-table.ts";
import { attendanceRows } from "./rows-attendance.ts";
import { calendarRows } from "./rows-calendar.ts";
import { certificatesRows } from "./rows-certificates.ts";
import { courseRoomRows } from "./rows-course-room.ts";
import { curriculaRows } from "./rows-curricula.ts";
import { deskRows } from "./rows-desk.ts";
import { listsRows } from "./rows-lists.ts";
import { newcomerRows } from "./rows-newcomer.ts";
import { placesRows } from "./rows-places.ts";
import { proofsRows } from "./rows-proofs.ts";
import { proposalsRows } from "./rows-proposals.ts";
import { publicRows } from "./rows-public.ts";
import { requestsRows } from "./rows-requests.ts";
import { roundsRows } from "./rows-rounds.ts";
import { trainingRows } from "./rows-training.ts";
import { volunteerRows } from "./rows-volunteer.ts";
import { volunteersRows } from "./rows-volunteers.ts";

/** Who may call what, with the expected status of every endpoint for everybody: 100 % of the cells are tried. */
export const TABLE = {
  ...publicRows,
  ...newcomerRows,
  ...volunteerRows,
  ...volunteersRows,
  ...requestsRows,
  ...proposalsRows,
  ...roundsRows,
  ...trainingRows,
  ...attendanceRows,
  ...placesRows,
  ...certificatesRows,
  ...calendarRows,
  ...courseRoomRows,
  ...curriculaRows,
  ...deskRows,
  ...listsRows,
  ...proofsRows,
} satisfies AccessTable;

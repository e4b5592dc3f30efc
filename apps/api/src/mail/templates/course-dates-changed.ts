import { z } from "zod";
import { CourseInMail, courseDates } from "../course-dates.ts";
import { defineTemplate } from "../define-template.ts";
import { changeBlocks, SessionChange } from "../session-changes.ts";

/** Sessions were moved, added or cancelled: first what is different, then every date as it is now. */
export const courseDatesChanged = defineTemplate({
  params: CourseInMail.extend({ changes: z.array(SessionChange).default([]) }),
  write: {
    de: (course, { publicUrl }) => ({
      subject: `Geänderte Termine: ${course.courseTitle}`,
      blocks: [
        { text: `Guten Tag ${course.firstName},` },
        { text: `im Kurs „${course.courseTitle}“ hat sich etwas geändert:` },
        ...changeBlocks(course.changes, course.timeZone, "de"),
        { text: "Das sind die Termine, die jetzt gelten:" },
        ...courseDates(course, "de"),
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "Kalender aktualisieren" },
        { text: "Einen Termin, der nicht passt, können Sie in einem späteren Kurs nachholen." },
      ],
    }),
    en: (course, { publicUrl }) => ({
      subject: `Changed dates: ${course.courseTitle}`,
      blocks: [
        { text: `Hello ${course.firstName},` },
        { text: `something has changed in the course “${course.courseTitle}”:` },
        ...changeBlocks(course.changes, course.timeZone, "en"),
        { text: "These are the dates that count now:" },
        ...courseDates(course, "en"),
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "Update your calendar" },
        { text: "If a date does not suit you, you can make it up in a later course." },
      ],
    }),
    ar: (course, { publicUrl }) => ({
      subject: `تغيّرت المواعيد: ${course.courseTitle}`,
      blocks: [
        { text: `مرحبًا ${course.firstName}،` },
        { text: `حدث تغيير في دورة «${course.courseTitle}»:` },
        ...changeBlocks(course.changes, course.timeZone, "ar"),
        { text: "هذه هي المواعيد المعتمدة الآن:" },
        ...courseDates(course, "ar"),
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "تحديث التقويم" },
        { text: "إذا لم يناسبك أحد المواعيد فيمكنك تعويضه في دورة لاحقة." },
      ],
    }),
  },
});

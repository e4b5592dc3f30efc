import { CourseInMail, courseDates } from "../course-dates.ts";
import { defineTemplate } from "../define-template.ts";

/** Somebody from the waiting list has a place now. */
export const courseMovedUp = defineTemplate({
  params: CourseInMail,
  write: {
    de: (course, { publicUrl }) => ({
      subject: `Ein Platz ist frei geworden: ${course.courseTitle}`,
      blocks: [
        { text: `Guten Tag ${course.firstName},` },
        {
          text: `gute Nachricht: Sie sind von der Warteliste nachgerückt und haben einen Platz im Kurs „${course.courseTitle}“.`,
        },
        ...courseDates(course, "de"),
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "Meine Kurse ansehen" },
        { text: "Passt es nicht mehr? Geben Sie den Platz dort bitte zurück, dann rückt die nächste Person nach." },
      ],
    }),
    en: (course, { publicUrl }) => ({
      subject: `A place has become free: ${course.courseTitle}`,
      blocks: [
        { text: `Hello ${course.firstName},` },
        {
          text: `good news: you have moved up from the waiting list and have a place on the course “${course.courseTitle}”.`,
        },
        ...courseDates(course, "en"),
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "See my courses" },
        { text: "It no longer suits you? Please give the place back there, and the next person moves up." },
      ],
    }),
    ar: (course, { publicUrl }) => ({
      subject: `شغر مكان: ${course.courseTitle}`,
      blocks: [
        { text: `مرحبًا ${course.firstName}،` },
        { text: `خبر سار: انتقلت من قائمة الانتظار وأصبح لديك مكان في دورة «${course.courseTitle}».` },
        ...courseDates(course, "ar"),
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "عرض دوراتي" },
        { text: "لم يعد الموعد مناسبًا لك؟ يُرجى التنازل عن المكان هناك ليحصل عليه الشخص التالي." },
      ],
    }),
  },
});

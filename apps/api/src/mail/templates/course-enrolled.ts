import { z } from "zod";
import { CourseInMail, courseDates } from "../course-dates.ts";
import { defineTemplate } from "../define-template.ts";

/** A place, or a place on the waiting list (`position` counts from 1). */
export const courseEnrolled = defineTemplate({
  params: CourseInMail.extend({ position: z.number().int().nullable() }),
  write: {
    de: (course, { publicUrl }) => ({
      subject:
        course.position === null ? `Ihr Platz im Kurs: ${course.courseTitle}` : `Warteliste: ${course.courseTitle}`,
      blocks: [
        { text: `Guten Tag ${course.firstName},` },
        {
          text:
            course.position === null
              ? `schön, dass Sie dabei sind: Sie haben einen Platz im Kurs „${course.courseTitle}“.`
              : `der Kurs „${course.courseTitle}“ ist gerade voll. Sie stehen auf der Warteliste, auf Platz ${course.position}. Wird ein Platz frei, schreiben wir Ihnen und halten ihn eine Zeit lang für Sie frei.`,
        },
        ...courseDates(course, "de"),
        {
          link: `${publicUrl}/mein-ehrenamt/kurse`,
          label: course.position === null ? "Termine in den Kalender übernehmen" : "Meine Kurse ansehen",
        },
        {
          text:
            course.position === null
              ? "Sie können doch nicht kommen? Geben Sie Ihren Platz dort bitte zurück, dann freut sich jemand anderes."
              : "Sie möchten nicht mehr warten? Dort nehmen Sie sich mit einem Klick von der Liste.",
        },
      ],
    }),
    en: (course, { publicUrl }) => ({
      subject:
        course.position === null
          ? `Your place on the course: ${course.courseTitle}`
          : `Waiting list: ${course.courseTitle}`,
      blocks: [
        { text: `Hello ${course.firstName},` },
        {
          text:
            course.position === null
              ? `good to have you with us: you have a place on the course “${course.courseTitle}”.`
              : `the course “${course.courseTitle}” is full at the moment. You are number ${course.position} on the waiting list. If a place becomes free, we write to you and keep it for you for a while.`,
        },
        ...courseDates(course, "en"),
        {
          link: `${publicUrl}/mein-ehrenamt/kurse`,
          label: course.position === null ? "Put the dates into your calendar" : "See my courses",
        },
        {
          text:
            course.position === null
              ? "You cannot come after all? Please give your place back there, so that somebody else can have it."
              : "You no longer want to wait? You can take yourself off the list there with one click.",
        },
      ],
    }),
    ar: (course, { publicUrl }) => ({
      subject:
        course.position === null ? `مكانك في الدورة: ${course.courseTitle}` : `قائمة الانتظار: ${course.courseTitle}`,
      blocks: [
        { text: `مرحبًا ${course.firstName}،` },
        {
          text:
            course.position === null
              ? `يسعدنا انضمامك إلينا: لديك مكان في دورة «${course.courseTitle}».`
              : `دورة «${course.courseTitle}» مكتملة حاليًا. ترتيبك في قائمة الانتظار: ${course.position}. إذا شغر مكان فسنكتب إليك ونحتفظ لك به مدة من الوقت.`,
        },
        ...courseDates(course, "ar"),
        {
          link: `${publicUrl}/mein-ehrenamt/kurse`,
          label: course.position === null ? "إضافة المواعيد إلى التقويم" : "عرض دوراتي",
        },
        {
          text:
            course.position === null
              ? "لن تتمكن من الحضور؟ يُرجى التنازل عن مكانك هناك ليستفيد منه شخص آخر."
              : "لا ترغب في الانتظار بعد الآن؟ يمكنك هناك إزالة اسمك من القائمة بنقرة واحدة.",
        },
      ],
    }),
  },
});

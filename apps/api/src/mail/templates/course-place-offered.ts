import { z } from "zod";
import { CourseInMail, courseDates } from "../course-dates.ts";
import { defineTemplate } from "../define-template.ts";
import { mailDateTime } from "../mail-dates.ts";

/** A place is kept for somebody of the waiting list until `offerExpiresAt`. */
export const coursePlaceOffered = defineTemplate({
  params: CourseInMail.extend({ token: z.string(), offerExpiresAt: z.iso.datetime() }),
  write: {
    de: (course, { publicUrl }) => ({
      subject: `Ein Platz ist frei für Sie: ${course.courseTitle}`,
      blocks: [
        { text: `Guten Tag ${course.firstName},` },
        {
          text: `gute Nachricht: Im Kurs „${course.courseTitle}“ ist ein Platz frei geworden, und Sie sind an der Reihe. Wir halten ihn für Sie frei bis ${mailDateTime(course.offerExpiresAt, "de", course.timeZone)} Uhr.`,
        },
        { link: `${publicUrl}/platz/${course.token}`, label: "Platz annehmen oder weitergeben" },
        ...courseDates(course, "de"),
        {
          text: "Passt es diesmal nicht? Ein Klick auf derselben Seite genügt, dann freut sich die nächste Person. Der Link ist nur für Sie.",
        },
      ],
    }),
    en: (course, { publicUrl }) => ({
      subject: `A place is free for you: ${course.courseTitle}`,
      blocks: [
        { text: `Hello ${course.firstName},` },
        {
          text: `good news: a place has become free on the course “${course.courseTitle}”, and it is your turn. We keep it for you until ${mailDateTime(course.offerExpiresAt, "en", course.timeZone)}.`,
        },
        { link: `${publicUrl}/platz/${course.token}`, label: "Take the place or pass it on" },
        ...courseDates(course, "en"),
        {
          text: "It does not suit you this time? One press on the same page is enough, and the next person is happy. The link is for you alone.",
        },
      ],
    }),
    ar: (course, { publicUrl }) => ({
      subject: `شغر مكان لك: ${course.courseTitle}`,
      blocks: [
        { text: `مرحبًا ${course.firstName}،` },
        {
          text: `خبر سار: شغر مكان في دورة «${course.courseTitle}»، وقد حان دورك. نحتفظ لك به حتى ${mailDateTime(course.offerExpiresAt, "ar", course.timeZone)}.`,
        },
        { link: `${publicUrl}/platz/${course.token}`, label: "قبول المكان أو تركه لغيرك" },
        ...courseDates(course, "ar"),
        {
          text: "لا يناسبك هذه المرة؟ تكفي ضغطة واحدة في الصفحة نفسها ليحصل عليه الشخص التالي. هذا الرابط مخصص لك وحدك.",
        },
      ],
    }),
  },
});

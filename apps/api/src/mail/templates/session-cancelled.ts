import { z } from "zod";
import { defineTemplate } from "../define-template.ts";
import { DateInMail, fromUntil } from "../reminder-date.ts";

/** One date of a course does not take place; the reason may be empty. Guests of that date get it too. */
export const sessionCancelled = defineTemplate({
  params: DateInMail.extend({
    firstName: z.string(),
    courseTitle: z.string(),
    moduleTitle: z.string(),
    reason: z.string(),
  }),
  write: {
    de: (date, { publicUrl }) => ({
      subject: `Ein Termin fällt aus: ${date.courseTitle}`,
      blocks: [
        { text: `Guten Tag ${date.firstName},` },
        { text: `dieser Termin im Kurs „${date.courseTitle}“ fällt leider aus. Bitte kommen Sie nicht:` },
        { text: `${fromUntil(date, "de")}\n${date.moduleTitle}\n${date.place}` },
        ...(date.reason === "" ? [] : [{ text: date.reason }]),
        {
          text: "Der Kurs geht weiter. Gibt es einen Ersatztermin, schreiben wir Ihnen. Sonst holen Sie das Modul in einem anderen Kurs nach.",
        },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "Meine Termine und mein Kalender" },
      ],
    }),
    en: (date, { publicUrl }) => ({
      subject: `A date is cancelled: ${date.courseTitle}`,
      blocks: [
        { text: `Hello ${date.firstName},` },
        { text: `unfortunately this date of the course “${date.courseTitle}” is cancelled. Please do not come:` },
        { text: `${fromUntil(date, "en")}\n${date.moduleTitle}\n${date.place}` },
        ...(date.reason === "" ? [] : [{ text: date.reason }]),
        {
          text: "The course goes on. If there is another date for it, we will write to you. Otherwise you can make the module up in another course.",
        },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "My dates and my calendar" },
      ],
    }),
    ar: (date, { publicUrl }) => ({
      subject: `أُلغي موعد: ${date.courseTitle}`,
      blocks: [
        { text: `مرحبًا ${date.firstName}،` },
        { text: `نأسف لإبلاغك بأن هذا الموعد من دورة «${date.courseTitle}» أُلغي. يُرجى عدم الحضور:` },
        { text: `${fromUntil(date, "ar")}\n${date.moduleTitle}\n${date.place}` },
        ...(date.reason === "" ? [] : [{ text: date.reason }]),
        {
          text: "الدورة مستمرة. إذا حُدّد موعد بديل فسنكتب إليك، وإلا فيمكنك تعويض هذه الوحدة في دورة أخرى.",
        },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "مواعيدي وتقويمي" },
      ],
    }),
  },
});

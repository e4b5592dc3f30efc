import { z } from "zod";
import { defineTemplate } from "../define-template.ts";
import { DateInMail, fromUntil } from "../reminder-date.ts";

/** One date of another course, to make up a module: it is booked, or the coordination took it back. */
export const courseGuestSeat = defineTemplate({
  params: DateInMail.extend({ firstName: z.string(), moduleTitle: z.string(), state: z.enum(["booked", "ended"]) }),
  write: {
    de: (date, { publicUrl }) => ({
      subject: date.state === "booked" ? `Ihr Termin: ${date.moduleTitle}` : `Termin abgesagt: ${date.moduleTitle}`,
      blocks: [
        { text: `Guten Tag ${date.firstName},` },
        {
          text:
            date.state === "booked"
              ? `wir freuen uns auf Sie: „${date.moduleTitle}“ holen Sie an diesem Termin nach.`
              : `Ihre Koordination hat Ihren Platz an diesem Termin zurückgegeben: „${date.moduleTitle}“.`,
        },
        { text: `${fromUntil(date, "de")}\n${date.place}` },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "Meine Termine ansehen" },
      ],
    }),
    en: (date, { publicUrl }) => ({
      subject: date.state === "booked" ? `Your date: ${date.moduleTitle}` : `Date cancelled: ${date.moduleTitle}`,
      blocks: [
        { text: `Hello ${date.firstName},` },
        {
          text:
            date.state === "booked"
              ? `we look forward to seeing you: you make up “${date.moduleTitle}” on this date.`
              : `your coordinator has given back your seat on this date: “${date.moduleTitle}”.`,
        },
        { text: `${fromUntil(date, "en")}\n${date.place}` },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "See my dates" },
      ],
    }),
    ar: (date, { publicUrl }) => ({
      subject: date.state === "booked" ? `موعدك: ${date.moduleTitle}` : `أُلغي موعدك: ${date.moduleTitle}`,
      blocks: [
        { text: `مرحبًا ${date.firstName}،` },
        {
          text:
            date.state === "booked"
              ? `يسعدنا حضورك: ستعوّض وحدة «${date.moduleTitle}» في هذا الموعد.`
              : `ألغى فريق التنسيق مكانك في هذا الموعد: «${date.moduleTitle}».`,
        },
        { text: `${fromUntil(date, "ar")}\n${date.place}` },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "عرض مواعيدي" },
      ],
    }),
  },
});

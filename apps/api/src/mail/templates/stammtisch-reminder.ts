import { z } from "zod";
import { defineTemplate } from "../define-template.ts";
import { DateInMail, fromUntil, stopReminders } from "../reminder-date.ts";

/** To those who said yes, a day and two hours before. */
export const stammtischReminder = defineTemplate({
  params: DateInMail.extend({ firstName: z.string(), topics: z.string(), stopToken: z.string() }),
  write: {
    de: (date, context) => {
      const stop = stopReminders(date.stopToken, "de", context);
      const topics = date.topics === "" ? "" : `\nThemen: ${date.topics}`;
      return {
        subject: `Erinnerung an den Stammtisch: ${fromUntil(date, "de")}`,
        blocks: [
          { text: `Guten Tag ${date.firstName},` },
          { text: "schön, dass Sie zum Stammtisch kommen." },
          { text: `Wann: ${fromUntil(date, "de")}\nWo: ${date.place}${topics}` },
          { text: "Passt es doch nicht? Dann sagen Sie bitte kurz ab." },
          { link: `${context.publicUrl}/mein-ehrenamt#stammtisch`, label: "Antwort ändern" },
          stop.block,
        ],
        stopUrl: stop.stopUrl,
      };
    },
    en: (date, context) => {
      const stop = stopReminders(date.stopToken, "en", context);
      const topics = date.topics === "" ? "" : `\nTopics: ${date.topics}`;
      return {
        subject: `Reminder of the Stammtisch: ${fromUntil(date, "en")}`,
        blocks: [
          { text: `Hello ${date.firstName},` },
          { text: "good that you are coming to the Stammtisch, the meeting of mentors." },
          { text: `When: ${fromUntil(date, "en")}\nWhere: ${date.place}${topics}` },
          { text: "It does not suit you after all? Then please let us know." },
          { link: `${context.publicUrl}/mein-ehrenamt#stammtisch`, label: "Change my answer" },
          stop.block,
        ],
        stopUrl: stop.stopUrl,
      };
    },
    ar: (date, context) => {
      const stop = stopReminders(date.stopToken, "ar", context);
      const topics = date.topics === "" ? "" : `\nالمواضيع: ${date.topics}`;
      return {
        subject: `تذكير بلقاء المتطوعين: ${fromUntil(date, "ar")}`,
        blocks: [
          { text: `مرحبًا ${date.firstName}،` },
          { text: "يسعدنا أنك ستحضر لقاء المرافقين والمرافقات (Stammtisch)." },
          { text: `الموعد: ${fromUntil(date, "ar")}\nالمكان: ${date.place}${topics}` },
          { text: "لن تتمكن من الحضور؟ يُرجى إبلاغنا." },
          { link: `${context.publicUrl}/mein-ehrenamt#stammtisch`, label: "تغيير إجابتي" },
          stop.block,
        ],
        stopUrl: stop.stopUrl,
      };
    },
  },
});

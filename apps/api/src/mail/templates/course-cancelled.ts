import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** The whole course does not take place; the reason may be empty. */
export const courseCancelled = defineTemplate({
  params: z.strictObject({ firstName: z.string(), courseTitle: z.string(), reason: z.string() }),
  write: {
    de: ({ firstName, courseTitle, reason }, { publicUrl }) => ({
      subject: `Der Kurs fällt aus: ${courseTitle}`,
      blocks: [
        { text: `Guten Tag ${firstName},` },
        { text: `leider fällt der Kurs „${courseTitle}“ aus.` },
        ...(reason === "" ? [] : [{ text: reason }]),
        { text: "Was Sie schon besucht haben, bleibt gültig und zählt in jedem späteren Kurs." },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "Andere Kurse ansehen" },
      ],
    }),
    en: ({ firstName, courseTitle, reason }, { publicUrl }) => ({
      subject: `The course is cancelled: ${courseTitle}`,
      blocks: [
        { text: `Hello ${firstName},` },
        { text: `unfortunately the course “${courseTitle}” is cancelled.` },
        ...(reason === "" ? [] : [{ text: reason }]),
        { text: "What you have already attended remains valid and counts in every later course." },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "See other courses" },
      ],
    }),
    ar: ({ firstName, courseTitle, reason }, { publicUrl }) => ({
      subject: `أُلغيت الدورة: ${courseTitle}`,
      blocks: [
        { text: `مرحبًا ${firstName}،` },
        { text: `نأسف لإبلاغك بأن دورة «${courseTitle}» أُلغيت.` },
        ...(reason === "" ? [] : [{ text: reason }]),
        { text: "ما حضرته حتى الآن يبقى محسوبًا لك في أي دورة لاحقة." },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "عرض دورات أخرى" },
      ],
    }),
  },
});

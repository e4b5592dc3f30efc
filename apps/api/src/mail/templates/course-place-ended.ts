import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** The coordination took somebody out of a course. */
export const coursePlaceEnded = defineTemplate({
  params: z.strictObject({ firstName: z.string(), courseTitle: z.string() }),
  write: {
    de: ({ firstName, courseTitle }, { publicUrl }) => ({
      subject: `Abmeldung vom Kurs: ${courseTitle}`,
      blocks: [
        { text: `Guten Tag ${firstName},` },
        { text: `Ihre Koordination hat Sie vom Kurs „${courseTitle}“ abgemeldet. Ihr Platz ist wieder frei.` },
        { text: "War das nicht so besprochen? Dann melden Sie sich bitte kurz bei uns." },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "Andere Kurse ansehen" },
      ],
    }),
    en: ({ firstName, courseTitle }, { publicUrl }) => ({
      subject: `Taken off the course: ${courseTitle}`,
      blocks: [
        { text: `Hello ${firstName},` },
        { text: `your coordinator has taken you off the course “${courseTitle}”. Your place is free again.` },
        { text: "Was this not what you agreed? Then please get in touch with us." },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "See other courses" },
      ],
    }),
    ar: ({ firstName, courseTitle }, { publicUrl }) => ({
      subject: `إلغاء تسجيلك في الدورة: ${courseTitle}`,
      blocks: [
        { text: `مرحبًا ${firstName}،` },
        { text: `ألغى فريق التنسيق تسجيلك في دورة «${courseTitle}»، وأصبح مكانك متاحًا من جديد.` },
        { text: "لم يكن هذا ما اتفقنا عليه؟ يُرجى التواصل معنا." },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "عرض دورات أخرى" },
      ],
    }),
  },
});

import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** Nobody answered an offered place in time; it went on, and the person stays on the list. */
export const courseOfferLapsed = defineTemplate({
  params: z.strictObject({ firstName: z.string(), courseTitle: z.string(), token: z.string() }),
  write: {
    de: ({ firstName, courseTitle, token }, { publicUrl }) => ({
      subject: `Ihr Platz ging weiter: ${courseTitle}`,
      blocks: [
        { text: `Guten Tag ${firstName},` },
        {
          text: `die Zeit für den freien Platz im Kurs „${courseTitle}“ ist vorbei. Wir haben ihn der nächsten Person angeboten.`,
        },
        {
          text: "Sie stehen weiter auf der Warteliste. Damit wir Sie wieder fragen, sagen Sie uns bitte kurz, dass Sie noch möchten.",
        },
        { link: `${publicUrl}/platz/${token}`, label: "Ich möchte noch einen Platz" },
      ],
    }),
    en: ({ firstName, courseTitle, token }, { publicUrl }) => ({
      subject: `Your place has moved on: ${courseTitle}`,
      blocks: [
        { text: `Hello ${firstName},` },
        {
          text: `the time for the free place on the course “${courseTitle}” is over. We have offered it to the next person.`,
        },
        {
          text: "You are still on the waiting list. So that we ask you again, please tell us briefly that you still want to come.",
        },
        { link: `${publicUrl}/platz/${token}`, label: "I still want a place" },
      ],
    }),
    ar: ({ firstName, courseTitle, token }, { publicUrl }) => ({
      subject: `انتقل المكان إلى شخص آخر: ${courseTitle}`,
      blocks: [
        { text: `مرحبًا ${firstName}،` },
        { text: `انتهت مهلة المكان الشاغر في دورة «${courseTitle}»، فعرضناه على الشخص التالي.` },
        { text: "ما زلت في قائمة الانتظار. لكي نسألك مرة أخرى، أخبرنا من فضلك أنك ما زلت ترغب في المشاركة." },
        { link: `${publicUrl}/platz/${token}`, label: "ما زلت أريد مكانًا" },
      ],
    }),
  },
});

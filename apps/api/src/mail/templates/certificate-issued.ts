import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** The certificate itself stays behind the sign-in: a mail may be read by others. */
export const certificateIssued = defineTemplate({
  params: z.strictObject({ firstName: z.string(), curriculumTitle: z.string(), number: z.string() }),
  write: {
    de: ({ firstName, curriculumTitle, number }, { publicUrl }) => ({
      subject: "Ihr Zertifikat ist da",
      blocks: [
        { text: `Guten Tag ${firstName},` },
        {
          text: `herzlichen Glückwunsch: Sie haben alle Module besucht. Ihr Zertifikat „${curriculumTitle}“ mit der Nummer ${number} liegt für Sie bereit.`,
        },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "Zertifikat herunterladen" },
        {
          text: "Auf Ihrer Seite sehen Sie auch, ob noch etwas fehlt, bevor wir Ihnen eine Begegnung vorschlagen können.",
        },
      ],
    }),
    en: ({ firstName, curriculumTitle, number }, { publicUrl }) => ({
      subject: "Your certificate is here",
      blocks: [
        { text: `Hello ${firstName},` },
        {
          text: `congratulations: you have attended every module. Your certificate “${curriculumTitle}”, number ${number}, is ready for you.`,
        },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "Download the certificate" },
        { text: "Your page also shows whether anything is missing before we can suggest somebody to you." },
      ],
    }),
    ar: ({ firstName, curriculumTitle, number }, { publicUrl }) => ({
      subject: "شهادتك جاهزة",
      blocks: [
        { text: `مرحبًا ${firstName}،` },
        { text: `تهانينا: حضرت جميع الوحدات. شهادتك «${curriculumTitle}» رقم ${number} جاهزة لك.` },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "تنزيل الشهادة" },
        { text: "تجد في صفحتك أيضًا ما إذا كان هناك شيء ناقص قبل أن نقترح عليك شخصًا تلتقي به." },
      ],
    }),
  },
});

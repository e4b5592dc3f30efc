import { defineTemplate } from "../define-template.ts";
import { StammtischParams, stammtischFiles, whenIn } from "./stammtisch-params.ts";

/** To those who said yes: it does not take place. */
export const stammtischCancelled = defineTemplate({
  params: StammtischParams,
  write: {
    de: (date, { networkName }) => ({
      subject: `Stammtisch fällt aus: ${whenIn(date, "de")}`,
      blocks: [
        { text: "Guten Tag," },
        { text: `leider fällt der Stammtisch am ${whenIn(date, "de")} (${date.place}) aus.` },
        { text: "Die angehängte Datei nimmt den Termin aus Ihrem Kalender. Zum nächsten laden wir Sie wieder ein." },
      ],
      attachments: stammtischFiles(date, networkName),
    }),
    en: (date, { networkName }) => ({
      subject: `Stammtisch cancelled: ${whenIn(date, "en")}`,
      blocks: [
        { text: "Hello," },
        { text: `unfortunately the Stammtisch on ${whenIn(date, "en")} (${date.place}) will not take place.` },
        { text: "The attached file takes the date out of your calendar. We will invite you to the next one." },
      ],
      attachments: stammtischFiles(date, networkName),
    }),
    ar: (date, { networkName }) => ({
      subject: `إلغاء لقاء المتطوعين: ${whenIn(date, "ar")}`,
      blocks: [
        { text: "مرحبًا،" },
        { text: `للأسف لن يُعقد لقاء المتطوعين في ${whenIn(date, "ar")} (${date.place}).` },
        { text: "الملف المرفق يزيل الموعد من تقويمك. وسندعوك إلى اللقاء القادم." },
      ],
      attachments: stammtischFiles(date, networkName),
    }),
  },
});

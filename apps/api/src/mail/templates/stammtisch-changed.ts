import { defineTemplate } from "../define-template.ts";
import { StammtischParams, stammtischFiles, whenIn } from "./stammtisch-params.ts";

/** To those who said yes: the date moved, or place or topics changed. */
export const stammtischChanged = defineTemplate({
  params: StammtischParams,
  write: {
    de: (date, { networkName, publicUrl }) => ({
      subject: `Stammtisch geändert: ${whenIn(date, "de")}`,
      blocks: [
        { text: "Guten Tag," },
        { text: "am Stammtisch, zu dem Sie kommen möchten, hat sich etwas geändert. So ist es jetzt:" },
        {
          text: `Wann: ${whenIn(date, "de")}\nWo: ${date.place}${date.topics === "" ? "" : `\nThemen: ${date.topics}`}`,
        },
        { text: "Die angehängte Datei bringt Ihren Kalender auf den neuen Stand." },
        { link: `${publicUrl}/mein-ehrenamt#stammtisch`, label: "Antwort ändern" },
      ],
      attachments: stammtischFiles(date, networkName),
    }),
    en: (date, { networkName, publicUrl }) => ({
      subject: `Stammtisch changed: ${whenIn(date, "en")}`,
      blocks: [
        { text: "Hello," },
        { text: "something has changed about the Stammtisch you want to come to. This is how it is now:" },
        {
          text: `When: ${whenIn(date, "en")}\nWhere: ${date.place}${date.topics === "" ? "" : `\nTopics: ${date.topics}`}`,
        },
        { text: "The attached file brings your calendar up to date." },
        { link: `${publicUrl}/mein-ehrenamt#stammtisch`, label: "Change my answer" },
      ],
      attachments: stammtischFiles(date, networkName),
    }),
    ar: (date, { networkName, publicUrl }) => ({
      subject: `تغيير في لقاء المتطوعين: ${whenIn(date, "ar")}`,
      blocks: [
        { text: "مرحبًا،" },
        { text: "تغيّر شيء في لقاء المتطوعين الذي تنوي حضوره. هذه هي البيانات الجديدة:" },
        {
          text: `الموعد: ${whenIn(date, "ar")}\nالمكان: ${date.place}${date.topics === "" ? "" : `\nالمواضيع: ${date.topics}`}`,
        },
        { text: "الملف المرفق يحدّث تقويمك." },
        { link: `${publicUrl}/mein-ehrenamt#stammtisch`, label: "تغيير إجابتي" },
      ],
      attachments: stammtischFiles(date, networkName),
    }),
  },
});

import { defineTemplate } from "../define-template.ts";
import { StammtischParams, stammtischFiles, whenIn } from "./stammtisch-params.ts";

/** To mentors who may be proposed or are in a tandem. */
export const stammtischInvitation = defineTemplate({
  params: StammtischParams,
  write: {
    de: (date, { networkName, publicUrl }) => ({
      subject: `Einladung zum Stammtisch: ${whenIn(date, "de")}`,
      blocks: [
        { text: "Guten Tag," },
        { text: "wir laden Sie herzlich zum Stammtisch der Mentor:innen ein." },
        {
          text: `Wann: ${whenIn(date, "de")}\nWo: ${date.place}${date.topics === "" ? "" : `\nThemen: ${date.topics}`}`,
        },
        { link: `${publicUrl}/mein-ehrenamt#stammtisch`, label: "Sagen, ob ich komme" },
      ],
      attachments: stammtischFiles(date, networkName),
    }),
    en: (date, { networkName, publicUrl }) => ({
      subject: `Invitation to the Stammtisch: ${whenIn(date, "en")}`,
      blocks: [
        { text: "Hello," },
        { text: "you are warmly invited to the Stammtisch, the meeting of mentors." },
        {
          text: `When: ${whenIn(date, "en")}\nWhere: ${date.place}${date.topics === "" ? "" : `\nTopics: ${date.topics}`}`,
        },
        { link: `${publicUrl}/mein-ehrenamt#stammtisch`, label: "Say whether I will come" },
      ],
      attachments: stammtischFiles(date, networkName),
    }),
    ar: (date, { networkName, publicUrl }) => ({
      subject: `دعوة إلى لقاء المتطوعين: ${whenIn(date, "ar")}`,
      blocks: [
        { text: "مرحبًا،" },
        { text: "ندعوك بكل سرور إلى لقاء المرافقين والمرافقات (Stammtisch)." },
        {
          text: `الموعد: ${whenIn(date, "ar")}\nالمكان: ${date.place}${date.topics === "" ? "" : `\nالمواضيع: ${date.topics}`}`,
        },
        { link: `${publicUrl}/mein-ehrenamt#stammtisch`, label: "أخبرنا إن كنت ستحضر" },
      ],
      attachments: stammtischFiles(date, networkName),
    }),
  },
});

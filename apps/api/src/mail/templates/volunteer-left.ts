import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** To the provider's coordinators: a volunteer stopped, and how many tandems now need a farewell. Names nobody. */
export const volunteerLeft = defineTemplate({
  params: z.strictObject({ volunteerId: z.string(), openTandems: z.number() }),
  write: {
    de: ({ volunteerId, openTandems }, { publicUrl }) => ({
      subject: "Ein Ehrenamt ist zu Ende gegangen",
      blocks: [
        { text: "Guten Tag," },
        {
          text: "jemand aus Ihrem Netzwerk hat das Ehrenamt beendet. Offene Vorschläge sind zurückgezogen, Kursplätze sind frei.",
        },
        ...(openTandems > 0
          ? [
              {
                text: `Laufende Tandems: ${openTandems}. Bitte sprechen Sie mit der anderen Seite und schließen Sie das Tandem ab.`,
              },
            ]
          : []),
        { link: `${publicUrl}/team/freiwillige/${volunteerId}`, label: "Ansehen" },
      ],
    }),
    en: ({ volunteerId, openTandems }, { publicUrl }) => ({
      subject: "Somebody has stopped volunteering",
      blocks: [
        { text: "Hello," },
        {
          text: "somebody in your network has stopped volunteering. Open proposals are withdrawn, course places are free.",
        },
        ...(openTandems > 0
          ? [
              {
                text: `Running tandems: ${openTandems}. Please talk to the other side and bring the tandem to a close.`,
              },
            ]
          : []),
        { link: `${publicUrl}/team/freiwillige/${volunteerId}`, label: "View" },
      ],
    }),
    ar: ({ volunteerId, openTandems }, { publicUrl }) => ({
      subject: "انتهى عمل تطوعي",
      blocks: [
        { text: "مرحبًا،" },
        { text: "أنهى شخص من شبكتكم عمله التطوعي. سُحبت الاقتراحات المفتوحة وأصبحت أماكن الدورات شاغرة." },
        ...(openTandems > 0
          ? [{ text: `الثنائيات القائمة: ${openTandems}. يُرجى التحدث مع الطرف الآخر وإنهاء الثنائي.` }]
          : []),
        { link: `${publicUrl}/team/freiwillige/${volunteerId}`, label: "عرض" },
      ],
    }),
  },
});

import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** To somebody who has left and cannot sign in any more: the link is theirs alone, and ends. */
export const certificateOfService = defineTemplate({
  params: z.strictObject({ firstName: z.string(), token: z.string(), days: z.number().int() }),
  write: {
    de: ({ firstName, token, days }, { publicUrl }) => ({
      subject: "Ihre Bescheinigung, und unser Dank",
      blocks: [
        { text: `Guten Tag ${firstName},` },
        {
          text: "danke für alles, was Sie eingebracht haben. Ihre Bescheinigung über Ihr Engagement liegt für Sie bereit, zum Beispiel für eine Bewerbung.",
        },
        { link: `${publicUrl}/zertifikat/abholen/${token}`, label: "Bescheinigung abholen" },
        {
          text: `Der Link ist nur für Sie und gilt ${days} Tage. Danach gibt Ihnen die Koordination gern einen Ausdruck.`,
        },
      ],
    }),
    en: ({ firstName, token, days }, { publicUrl }) => ({
      subject: "Your certificate of service, and our thanks",
      blocks: [
        { text: `Hello ${firstName},` },
        {
          text: "thank you for everything you have given. Your certificate of service is ready for you, for example for an application. It is in German.",
        },
        { link: `${publicUrl}/zertifikat/abholen/${token}`, label: "Collect the certificate" },
        {
          text: `The link is for you alone and works for ${days} days. After that, your coordinator will gladly print it for you.`,
        },
      ],
    }),
    ar: ({ firstName, token, days }, { publicUrl }) => ({
      subject: "شهادة تطوعك، مع شكرنا",
      blocks: [
        { text: `مرحبًا ${firstName}،` },
        {
          text: "شكرًا على كل ما قدّمته. شهادة تطوعك جاهزة لك، ويمكنك مثلًا إرفاقها بطلب عمل. وهي مكتوبة بالألمانية.",
        },
        { link: `${publicUrl}/zertifikat/abholen/${token}`, label: "استلام الشهادة" },
        { text: `هذا الرابط لك وحدك ويعمل لمدة ${days} يومًا. بعد ذلك يطبعها لك فريق التنسيق بكل سرور.` },
      ],
    }),
  },
});

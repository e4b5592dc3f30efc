import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** `hasPage`: the person can sign in; whoever has left gets the new one from the coordination. */
export const certificateReissued = defineTemplate({
  params: z.strictObject({ firstName: z.string(), number: z.string(), hasPage: z.boolean() }),
  write: {
    de: ({ firstName, number, hasPage }, { publicUrl }) => ({
      subject: "Ihr Zertifikat mit Ihrem neuen Namen",
      blocks: [
        { text: `Guten Tag ${firstName},` },
        {
          text: `Ihr Zertifikat ${number} trägt jetzt Ihren neuen Namen. Die Nummer bleibt, der Code ist neu. Das alte Papier gilt nicht mehr: Wer es prüft, liest „ersetzt“.`,
        },
        hasPage
          ? { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "Neues Zertifikat herunterladen" }
          : { text: "Ihre Koordination gibt Ihnen gern das neue Papier. Melden Sie sich einfach bei ihr.." },
      ],
    }),
    en: ({ firstName, number, hasPage }, { publicUrl }) => ({
      subject: "Your certificate with your new name",
      blocks: [
        { text: `Hello ${firstName},` },
        {
          text: `your certificate ${number} now shows your new name. The number stays, the code is new. The old paper no longer counts: whoever checks it reads “replaced”.`,
        },
        hasPage
          ? { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "Download the new certificate" }
          : { text: "Your coordinator will gladly hand you the new paper. Please get in touch with them." },
      ],
    }),
    ar: ({ firstName, number, hasPage }, { publicUrl }) => ({
      subject: "شهادتك باسمك الجديد",
      blocks: [
        { text: `مرحبًا ${firstName}،` },
        {
          text: `تحمل شهادتك رقم ${number} الآن اسمك الجديد. بقي الرقم كما هو وتغيّر الرمز. الورقة القديمة لم تعد سارية: من يتحقق منها يقرأ «استُبدلت».`,
        },
        hasPage
          ? { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "تنزيل الشهادة الجديدة" }
          : { text: "يسلّمك فريق التنسيق الورقة الجديدة بكل سرور. تواصل معه من فضلك." },
      ],
    }),
  },
});

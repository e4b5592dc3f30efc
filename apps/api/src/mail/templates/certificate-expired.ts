import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** No reproach: what was learned stays, and the next course is one click away. */
export const certificateExpired = defineTemplate({
  params: z.strictObject({ firstName: z.string() }),
  write: {
    de: ({ firstName }, { publicUrl }) => ({
      subject: "Ihr Zertifikat ist abgelaufen",
      blocks: [
        { text: `Guten Tag ${firstName},` },
        {
          text: "Ihr Zertifikat galt bis gestern. Wen Sie schon begleiten, den begleiten Sie weiter. Neue Begegnungen schlagen wir Ihnen wieder vor, sobald Sie den Kurs aufgefrischt haben.",
        },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "Termine ansehen" },
      ],
    }),
    en: ({ firstName }, { publicUrl }) => ({
      subject: "Your certificate has expired",
      blocks: [
        { text: `Hello ${firstName},` },
        {
          text: "your certificate was valid until yesterday. The people you accompany stay with you. We will suggest new people to you once you have refreshed the course.",
        },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "See the dates" },
      ],
    }),
    ar: ({ firstName }, { publicUrl }) => ({
      subject: "انتهت صلاحية شهادتك",
      blocks: [
        { text: `مرحبًا ${firstName}،` },
        {
          text: "كانت شهادتك سارية حتى الأمس. من ترافقهم الآن تستمر في مرافقتهم. وسنقترح عليك أشخاصًا جددًا بعد أن تجدّد الدورة.",
        },
        { link: `${publicUrl}/mein-ehrenamt/kurse`, label: "عرض المواعيد" },
      ],
    }),
  },
});

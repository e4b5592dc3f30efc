import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** To the provider's coordinators: somebody new is there. Names nobody. */
export const volunteerSignedUp = defineTemplate({
  params: z.strictObject({ volunteerId: z.string() }),
  write: {
    de: ({ volunteerId }, { publicUrl }) => ({
      subject: "Eine neue Anmeldung wartet auf Sie",
      blocks: [
        { text: "Guten Tag," },
        { text: "jemand möchte sich als Mentor:in engagieren. Der nächste Schritt ist das Kennenlerngespräch." },
        { link: `${publicUrl}/team/freiwillige/${volunteerId}`, label: "Anmeldung ansehen" },
      ],
    }),
    en: ({ volunteerId }, { publicUrl }) => ({
      subject: "A new sign-up is waiting for you",
      blocks: [
        { text: "Hello," },
        { text: "somebody would like to become a mentor. The next step is a first conversation." },
        { link: `${publicUrl}/team/freiwillige/${volunteerId}`, label: "View the sign-up" },
      ],
    }),
    ar: ({ volunteerId }, { publicUrl }) => ({
      subject: "تسجيل جديد في انتظارك",
      blocks: [
        { text: "مرحبًا،" },
        { text: "يرغب شخص في أن يصبح مرافقًا. الخطوة التالية هي محادثة التعارف." },
        { link: `${publicUrl}/team/freiwillige/${volunteerId}`, label: "عرض التسجيل" },
      ],
    }),
  },
});

import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** The six digits a volunteer or trainer signs in with. */
export const emailCode = defineTemplate({
  params: z.strictObject({ code: z.string(), minutes: z.number() }),
  write: {
    de: ({ code, minutes }, { networkName }) => ({
      subject: `${code} ist Ihr Code für ${networkName}`,
      blocks: [
        { text: "Guten Tag," },
        { text: "mit diesem Code melden Sie sich an:" },
        { code },
        { text: `Er gilt ${minutes} Minuten und nur in dem Browser, in dem Sie ihn angefordert haben.` },
        { text: "Sie haben keinen Code angefordert? Dann brauchen Sie nichts zu tun." },
      ],
    }),
    en: ({ code, minutes }, { networkName }) => ({
      subject: `${code} is your code for ${networkName}`,
      blocks: [
        { text: "Hello," },
        { text: "sign in with this code:" },
        { code },
        { text: `It is valid for ${minutes} minutes, and only in the browser where you asked for it.` },
        { text: "You did not ask for a code? Then there is nothing you need to do." },
      ],
    }),
    ar: ({ code, minutes }, { networkName }) => ({
      subject: `${code} هو رمز الدخول الخاص بك إلى ${networkName}`,
      blocks: [
        { text: "مرحبًا،" },
        { text: "سجّل الدخول باستخدام هذا الرمز:" },
        { code },
        { text: `الرمز صالح لمدة ${minutes} دقائق، وفي المتصفح الذي طلبته منه فقط.` },
        { text: "لم تطلب رمزًا؟ إذن ليس عليك فعل أي شيء." },
      ],
    }),
  },
});

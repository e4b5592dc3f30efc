import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** To staff who asked for a code: their desk needs the password and the second factor. */
export const usePassword = defineTemplate({
  params: z.strictObject({ link: z.string() }),
  write: {
    de: ({ link }, { networkName }) => ({
      subject: `Anmelden bei ${networkName}`,
      blocks: [
        { text: "Guten Tag," },
        {
          text: "jemand hat für diese Adresse einen Code angefordert. Ihr Zugang braucht Passwort und zweiten Faktor:",
        },
        { link, label: "Mit Passwort anmelden" },
        { text: "Sie waren das nicht? Dann brauchen Sie nichts zu tun." },
      ],
    }),
    en: ({ link }, { networkName }) => ({
      subject: `Signing in to ${networkName}`,
      blocks: [
        { text: "Hello," },
        { text: "somebody asked for a code for this address. Your access needs a password and a second factor:" },
        { link, label: "Sign in with a password" },
        { text: "That was not you? Then there is nothing you need to do." },
      ],
    }),
    ar: ({ link }, { networkName }) => ({
      subject: `تسجيل الدخول إلى ${networkName}`,
      blocks: [
        { text: "مرحبًا،" },
        { text: "طلب شخص ما رمزًا لهذا العنوان. يتطلب حسابك كلمة مرور وعامل تحقق ثانيًا:" },
        { link, label: "تسجيل الدخول بكلمة المرور" },
        { text: "لم تطلب ذلك؟ إذن ليس عليك فعل أي شيء." },
      ],
    }),
  },
});

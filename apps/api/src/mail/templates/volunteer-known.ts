import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** To an address that was known before somebody signed up with it: the page itself does not tell. */
export const volunteerKnown = defineTemplate({
  params: z.strictObject({ canSignIn: z.boolean() }),
  write: {
    de: ({ canSignIn }, { networkName, publicUrl }) => ({
      subject: `Ihre Anmeldung bei ${networkName}`,
      blocks: [
        { text: "Guten Tag," },
        {
          text: "jemand hat sich eben mit dieser E-Mail-Adresse als Mentor:in angemeldet. Die Adresse kennen wir schon, deshalb haben wir nichts geändert.",
        },
        ...(canSignIn
          ? [
              { text: "Waren Sie es selbst? Dann melden Sie sich einfach mit einem Code an." },
              { link: `${publicUrl}/anmelden`, label: "Mit Code anmelden" },
            ]
          : [
              {
                text: "Möchten Sie wieder mitmachen? Dann freut sich Ihre Koordination über eine Nachricht von Ihnen.",
              },
            ]),
        { text: "Waren Sie es nicht? Dann brauchen Sie nichts zu tun." },
      ],
    }),
    en: ({ canSignIn }, { networkName, publicUrl }) => ({
      subject: `Your sign-up with ${networkName}`,
      blocks: [
        { text: "Hello," },
        {
          text: "somebody has just signed up as a mentor with this e-mail address. We know the address already, so we have changed nothing.",
        },
        ...(canSignIn
          ? [
              { text: "Was it you? Then simply sign in with a code." },
              { link: `${publicUrl}/anmelden`, label: "Sign in with a code" },
            ]
          : [{ text: "Would you like to join again? Your coordination will be glad to hear from you." }]),
        { text: "It was not you? Then there is nothing you need to do." },
      ],
    }),
    ar: ({ canSignIn }, { networkName, publicUrl }) => ({
      subject: `تسجيلك في ${networkName}`,
      blocks: [
        { text: "مرحبًا،" },
        {
          text: "سجّل شخص ما الآن بهذا البريد الإلكتروني ليصبح مرافقًا. هذا العنوان معروف لدينا، ولذلك لم نغيّر شيئًا.",
        },
        ...(canSignIn
          ? [
              { text: "هل كنت أنت؟ إذن سجّل الدخول برمز." },
              { link: `${publicUrl}/anmelden`, label: "تسجيل الدخول برمز" },
            ]
          : [{ text: "هل ترغب في الانضمام مجددًا؟ سيسعد المنسّق أو المنسّقة بتواصلك." }]),
        { text: "لم تكن أنت؟ إذن ليس عليك فعل أي شيء." },
      ],
    }),
  },
});

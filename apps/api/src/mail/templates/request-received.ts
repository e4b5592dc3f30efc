import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** To a newcomer: neutral in subject and text, because phones and mailboxes are shared. Without the receipt number. */
export const requestReceived = defineTemplate({
  params: z.strictObject({}),
  write: {
    de: (_, { publicUrl }) => ({
      subject: "Ihre Nachricht ist angekommen",
      blocks: [
        { text: "Guten Tag," },
        { text: "Ihre Nachricht ist bei uns. Wir melden uns, wenn wir eine Frage haben oder etwas Neues für Sie." },
        { text: "Wie es weitergeht, sehen Sie jederzeit mit Ihrer Nummer:" },
        { link: `${publicUrl}/quittung`, label: "Nachsehen" },
      ],
    }),
    en: (_, { publicUrl }) => ({
      subject: "Your message has arrived",
      blocks: [
        { text: "Hello," },
        { text: "we have received your message. We will get in touch if we have a question or news for you." },
        { text: "You can see how things go on at any time with your number:" },
        { link: `${publicUrl}/quittung`, label: "Have a look" },
      ],
    }),
    ar: (_, { publicUrl }) => ({
      subject: "وصلت رسالتك",
      blocks: [
        { text: "مرحبًا،" },
        { text: "وصلتنا رسالتك. سنتواصل معك إن كان لدينا سؤال أو خبر جديد لك." },
        { text: "يمكنك متابعة ما يحدث في أي وقت باستخدام رقمك:" },
        { link: `${publicUrl}/quittung`, label: "متابعة" },
      ],
    }),
  },
});

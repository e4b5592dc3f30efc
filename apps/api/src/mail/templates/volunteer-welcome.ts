import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** To somebody who just signed up: what happens next. */
export const volunteerWelcome = defineTemplate({
  params: z.strictObject({ firstName: z.string(), providerName: z.string() }),
  write: {
    de: ({ firstName, providerName }, { networkName, publicUrl }) => ({
      subject: `Willkommen bei ${networkName}`,
      blocks: [
        { text: `Guten Tag ${firstName},` },
        { text: `schön, dass Sie mitmachen. Ihre Anmeldung ist bei ${providerName} angekommen.` },
        {
          text: "So geht es weiter:\n1. Melden Sie sich mit einem Code an, den wir Ihnen per E-Mail schicken.\n2. Lesen und unterschreiben Sie zwei kurze Erklärungen.\n3. Ihre Koordination meldet sich für ein Kennenlerngespräch.\n4. Sie besuchen den Kurs und bekommen Ihr Zertifikat.",
        },
        { link: `${publicUrl}/anmelden`, label: "Mit Code anmelden" },
        { text: "Sie haben sich nicht angemeldet? Dann sagen Sie uns bitte Bescheid, wir löschen alles." },
      ],
    }),
    en: ({ firstName, providerName }, { networkName, publicUrl }) => ({
      subject: `Welcome to ${networkName}`,
      blocks: [
        { text: `Hello ${firstName},` },
        { text: `it is good to have you with us. Your sign-up has reached ${providerName}.` },
        {
          text: "What happens next:\n1. Sign in with a code that we send you by e-mail.\n2. Read and sign two short declarations.\n3. Your coordination contacts you for a first conversation.\n4. You take the course and get your certificate.",
        },
        { link: `${publicUrl}/anmelden`, label: "Sign in with a code" },
        { text: "You did not sign up? Then please tell us, and we will delete everything." },
      ],
    }),
    ar: ({ firstName, providerName }, { networkName, publicUrl }) => ({
      subject: `أهلًا بك في ${networkName}`,
      blocks: [
        { text: `مرحبًا ${firstName}،` },
        { text: `يسعدنا انضمامك إلينا. وصل تسجيلك إلى ${providerName}.` },
        {
          text: "الخطوات التالية:\n1. سجّل الدخول برمز نرسله إليك بالبريد الإلكتروني.\n2. اقرأ إقرارين قصيرين ووقّع عليهما.\n3. يتواصل معك المنسّق أو المنسّقة لإجراء محادثة تعارف.\n4. تحضر الدورة وتحصل على شهادتك.",
        },
        { link: `${publicUrl}/anmelden`, label: "تسجيل الدخول برمز" },
        { text: "لم تسجّل بنفسك؟ أخبرنا من فضلك وسنحذف كل شيء." },
      ],
    }),
  },
});

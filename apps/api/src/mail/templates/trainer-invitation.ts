import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** A trainer needs no password: a code by mail opens the own courses. */
export const trainerInvitation = defineTemplate({
  params: z.strictObject({ displayName: z.string(), invitedBy: z.string(), link: z.string() }),
  write: {
    de: ({ displayName, invitedBy, link }, { networkName }) => ({
      subject: `Ihr Zugang zu ${networkName}`,
      blocks: [
        { text: `Guten Tag ${displayName},` },
        { text: `${invitedBy} hat Sie als Kursleitung bei ${networkName} eingetragen.` },
        { text: "Sie brauchen kein Passwort: Geben Sie diese E-Mail-Adresse ein, dann schicken wir Ihnen einen Code." },
        { link, label: "Mit Code anmelden" },
      ],
    }),
    en: ({ displayName, invitedBy, link }, { networkName }) => ({
      subject: `Your access to ${networkName}`,
      blocks: [
        { text: `Hello ${displayName},` },
        { text: `${invitedBy} has added you as a trainer at ${networkName}.` },
        { text: "You need no password: enter this e-mail address and we will send you a code." },
        { link, label: "Sign in with a code" },
      ],
    }),
    ar: ({ displayName, invitedBy, link }, { networkName }) => ({
      subject: `حسابك في ${networkName}`,
      blocks: [
        { text: `مرحبًا ${displayName}،` },
        { text: `أضافك ${invitedBy} مدرّبًا في ${networkName}.` },
        { text: "لا تحتاج إلى كلمة مرور: أدخل عنوان البريد الإلكتروني هذا وسنرسل إليك رمزًا." },
        { link, label: "تسجيل الدخول برمز" },
      ],
    }),
  },
});

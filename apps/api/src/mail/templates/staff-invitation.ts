import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** The link opens a page with a button; only choosing a password there uses it up. */
export const staffInvitation = defineTemplate({
  params: z.strictObject({ displayName: z.string(), invitedBy: z.string(), link: z.string(), days: z.number() }),
  write: {
    de: ({ displayName, invitedBy, link, days }, { networkName }) => ({
      subject: `Ihr Zugang zu ${networkName}`,
      blocks: [
        { text: `Guten Tag ${displayName},` },
        { text: `${invitedBy} hat Sie eingeladen, bei ${networkName} mitzuarbeiten.` },
        { link, label: "Zugang einrichten" },
        {
          text: `Sie wählen ein Passwort und verbinden eine Authentifizierungs-App mit Ihrem Zugang. Der Link gilt ${days} Tage und einmal.`,
        },
        { text: "Sie kennen das Netzwerk nicht? Dann löschen Sie diese Nachricht einfach." },
      ],
    }),
    en: ({ displayName, invitedBy, link, days }, { networkName }) => ({
      subject: `Your access to ${networkName}`,
      blocks: [
        { text: `Hello ${displayName},` },
        { text: `${invitedBy} has invited you to work with ${networkName}.` },
        { link, label: "Set up your access" },
        {
          text: `You choose a password and connect an authenticator app. The link is valid for ${days} days and works once.`,
        },
        { text: "You do not know the network? Then simply delete this message." },
      ],
    }),
    ar: ({ displayName, invitedBy, link, days }, { networkName }) => ({
      subject: `حسابك في ${networkName}`,
      blocks: [
        { text: `مرحبًا ${displayName}،` },
        { text: `دعاك ${invitedBy} للعمل مع ${networkName}.` },
        { link, label: "إعداد الحساب" },
        { text: `ستختار كلمة مرور وتربط تطبيق مصادقة بحسابك. الرابط صالح لمدة ${days} أيام ويعمل مرة واحدة.` },
        { text: "لا تعرف هذه الشبكة؟ احذف هذه الرسالة ببساطة." },
      ],
    }),
  },
});

import { z } from "zod";
import { defineTemplate } from "../define-template.ts";
import { mailDateTime } from "../mail-dates.ts";

const params = z.strictObject({
  name: z.string(),
  /** Null for somebody who is protected: name and channels are then shown after sign-in only. */
  menteeName: z.string().nullable(),
  channels: z.array(z.strictObject({ kind: z.enum(["phone", "email"]), value: z.string() })),
  startsAt: z.string(),
  timeZone: z.string(),
  place: z.string(),
  accompaniedBy: z.string(),
});
type Confirmed = z.output<typeof params>;

const CHANNELS = {
  de: { phone: "Telefon", email: "E-Mail" },
  en: { phone: "Phone", email: "E-mail" },
  ar: { phone: "الهاتف", email: "البريد الإلكتروني" },
} as const;

const channelLines = ({ channels }: Confirmed, labels: Record<"phone" | "email", string>) =>
  channels.map(({ kind, value }) => ({ text: `${labels[kind]}: ${value}` }));

/** To the volunteer once the coordinator confirmed: now with name, released channels and the first meeting. */
export const tandemConfirmed = defineTemplate({
  params,
  write: {
    de: (confirmed, { networkName, publicUrl }) => ({
      subject: "Ihr Tandem kann beginnen",
      blocks: [
        { text: `Guten Tag ${confirmed.name},` },
        {
          text:
            confirmed.menteeName === null
              ? "beide haben Ja gesagt. Wen Sie treffen, sehen Sie nach der Anmeldung."
              : `beide haben Ja gesagt: Sie und ${confirmed.menteeName} sind jetzt ein Tandem.`,
        },
        ...channelLines(confirmed, CHANNELS.de),
        {
          text: `Das erste Treffen: ${mailDateTime(confirmed.startsAt, "de", confirmed.timeZone)}, ${confirmed.place}.`,
        },
        { text: `Dabei ist ${confirmed.accompaniedBy}. Wenn etwas dazwischenkommt, rufen Sie uns bitte an.` },
        { link: `${publicUrl}/mein-ehrenamt`, label: "Mein Tandem ansehen" },
        { text: networkName },
      ],
    }),
    en: (confirmed, { networkName, publicUrl }) => ({
      subject: "Your tandem can begin",
      blocks: [
        { text: `Hello ${confirmed.name},` },
        {
          text:
            confirmed.menteeName === null
              ? "both of you said yes. Sign in to see whom you will meet."
              : `both of you said yes: you and ${confirmed.menteeName} are a tandem now.`,
        },
        ...channelLines(confirmed, CHANNELS.en),
        {
          text: `Your first meeting: ${mailDateTime(confirmed.startsAt, "en", confirmed.timeZone)}, ${confirmed.place}.`,
        },
        { text: `${confirmed.accompaniedBy} will be there with you. If something comes up, please call us.` },
        { link: `${publicUrl}/mein-ehrenamt`, label: "See my tandem" },
        { text: networkName },
      ],
    }),
    ar: (confirmed, { networkName, publicUrl }) => ({
      subject: "يمكن أن يبدأ ثنائيكما",
      blocks: [
        { text: `مرحبًا ${confirmed.name}،` },
        {
          text:
            confirmed.menteeName === null
              ? "وافق الطرفان. سجّل الدخول لترى مع من ستلتقي."
              : `وافق الطرفان: أنت و\u2068${confirmed.menteeName}\u2069 تشكّلان الآن ثنائيًا.`,
        },
        ...channelLines(confirmed, CHANNELS.ar),
        { text: `اللقاء الأول: ${mailDateTime(confirmed.startsAt, "ar", confirmed.timeZone)}، ${confirmed.place}.` },
        { text: `سيكون معكما ${confirmed.accompaniedBy}. إذا طرأ أي شيء فاتصل بنا من فضلك.` },
        { link: `${publicUrl}/mein-ehrenamt`, label: "عرض الثنائي" },
        { text: networkName },
      ],
    }),
  },
});

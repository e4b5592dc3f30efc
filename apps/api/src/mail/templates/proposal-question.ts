import { z } from "zod";
import { defineTemplate } from "../define-template.ts";
import { mailDay } from "../mail-dates.ts";

/** Asks a volunteer to look at a proposal; says nothing about the person, the mail may be read by others. */
export const proposalQuestion = defineTemplate({
  params: z.strictObject({ name: z.string(), answerBy: z.string(), timeZone: z.string() }),
  write: {
    de: ({ name, answerBy, timeZone }, { networkName, publicUrl }) => ({
      subject: "Wir haben eine Frage an Sie",
      blocks: [
        { text: `Guten Tag ${name},` },
        {
          text: "wir haben einen Vorschlag für Sie. Sie sehen Sprachen, Themen, Stadtteil und Zeiten, noch keinen Namen.",
        },
        { text: `Bitte antworten Sie bis ${mailDay(answerBy, "de", timeZone)}. Ein Nein braucht keinen Grund.` },
        { link: `${publicUrl}/mein-ehrenamt`, label: "Vorschlag ansehen" },
        { text: networkName },
      ],
    }),
    en: ({ name, answerBy, timeZone }, { networkName, publicUrl }) => ({
      subject: "We have a question for you",
      blocks: [
        { text: `Hello ${name},` },
        { text: "we have a suggestion for you. You will see languages, topics, district and times, but no name yet." },
        { text: `Please answer by ${mailDay(answerBy, "en", timeZone)}. A no needs no reason.` },
        { link: `${publicUrl}/mein-ehrenamt`, label: "See the suggestion" },
        { text: networkName },
      ],
    }),
    ar: ({ name, answerBy, timeZone }, { networkName, publicUrl }) => ({
      subject: "لدينا سؤال لك",
      blocks: [
        { text: `مرحبًا ${name}،` },
        { text: "لدينا اقتراح لك. ستجد فيه اللغات والمواضيع والحي والأوقات، ولكن من دون اسم حتى الآن." },
        { text: `نرجو الرد حتى ${mailDay(answerBy, "ar", timeZone)}. لا يحتاج الرفض إلى سبب.` },
        { link: `${publicUrl}/mein-ehrenamt`, label: "عرض الاقتراح" },
        { text: networkName },
      ],
    }),
  },
});

import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/**
 * To a mentee, for a proposal and for a confirmed tandem alike: on a shared phone nobody can read from it what it is
 * about. What is new stands behind the receipt number.
 */
export const requestNews = defineTemplate({
  params: z.strictObject({}),
  write: {
    de: (_, { networkName, publicUrl }) => ({
      subject: "Es gibt Neuigkeiten für Sie",
      blocks: [
        { text: "Guten Tag," },
        { text: "es gibt Neuigkeiten zu Ihrer Anfrage. Mit Ihrer Nummer können Sie sie ansehen:" },
        { link: `${publicUrl}/quittung`, label: "Ansehen" },
        { text: networkName },
      ],
    }),
    en: (_, { networkName, publicUrl }) => ({
      subject: "There is news for you",
      blocks: [
        { text: "Hello," },
        { text: "there is news on your request. You can see it with your number:" },
        { link: `${publicUrl}/quittung`, label: "See the news" },
        { text: networkName },
      ],
    }),
    ar: (_, { networkName, publicUrl }) => ({
      subject: "لديك خبر جديد",
      blocks: [
        { text: "مرحبًا،" },
        { text: "هناك خبر جديد بخصوص طلبك. يمكنك الاطلاع عليه باستخدام رقمك:" },
        { link: `${publicUrl}/quittung`, label: "عرض الخبر" },
        { text: networkName },
      ],
    }),
  },
});

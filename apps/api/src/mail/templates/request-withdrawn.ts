import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** To the coordinators: somebody withdrew; name and contact are already gone. */
export const requestWithdrawn = defineTemplate({
  params: z.strictObject({ requestId: z.uuid() }),
  write: {
    de: ({ requestId }, { publicUrl, networkName }) => ({
      subject: `Eine Anfrage wurde zurückgezogen (${networkName})`,
      blocks: [
        { text: "Guten Tag," },
        {
          text: "eine Person hat ihre Anfrage zurückgezogen. Name und Kontakt sind gelöscht, ein offener Vorschlag ist beendet. Sie müssen nichts tun.",
        },
        { link: `${publicUrl}/team/anfragen/${requestId}`, label: "Ansehen" },
      ],
    }),
    en: ({ requestId }, { publicUrl, networkName }) => ({
      subject: `A request in ${networkName} was withdrawn`,
      blocks: [
        { text: "Hello," },
        {
          text: "a person has withdrawn their request. Name and contact are deleted, and an open proposal has ended. You need not do anything.",
        },
        { link: `${publicUrl}/team/anfragen/${requestId}`, label: "Have a look" },
      ],
    }),
    ar: ({ requestId }, { publicUrl, networkName }) => ({
      subject: `تم سحب طلب في ${networkName}`,
      blocks: [
        { text: "مرحبًا،" },
        { text: "سحب شخص طلبه. حُذف الاسم ووسائل التواصل، وانتهى أي اقتراح مفتوح. لا يلزم فعل شيء." },
        { link: `${publicUrl}/team/anfragen/${requestId}`, label: "عرض" },
      ],
    }),
  },
});

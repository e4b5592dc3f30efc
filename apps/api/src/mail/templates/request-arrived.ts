import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** To the coordinators of the provider that receives a request: no personal data, a link behind the sign-in. */
export const requestArrived = defineTemplate({
  params: z.strictObject({ requestId: z.uuid() }),
  write: {
    de: ({ requestId }, { publicUrl, networkName }) => ({
      subject: `Neue Anfrage (${networkName})`,
      blocks: [
        { text: "Guten Tag," },
        { text: "jemand wünscht sich eine Mentorin oder einen Mentor. Die Anfrage wartet darauf, geklärt zu werden." },
        { link: `${publicUrl}/team/anfragen/${requestId}`, label: "Anfrage öffnen" },
      ],
    }),
    en: ({ requestId }, { publicUrl, networkName }) => ({
      subject: `New request in ${networkName}`,
      blocks: [
        { text: "Hello," },
        { text: "somebody would like to have a mentor. The request waits to be clarified." },
        { link: `${publicUrl}/team/anfragen/${requestId}`, label: "Open the request" },
      ],
    }),
    ar: ({ requestId }, { publicUrl, networkName }) => ({
      subject: `طلب جديد في ${networkName}`,
      blocks: [
        { text: "مرحبًا،" },
        { text: "هناك شخص يريد مرافقًا أو مرافقة. الطلب ينتظر التوضيح." },
        { link: `${publicUrl}/team/anfragen/${requestId}`, label: "فتح الطلب" },
      ],
    }),
  },
});

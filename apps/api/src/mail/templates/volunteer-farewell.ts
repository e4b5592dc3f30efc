import { z } from "zod";
import { defineTemplate } from "../define-template.ts";

/** To somebody who stopped: thanks, and a way back should it not have been them. */
export const volunteerFarewell = defineTemplate({
  params: z.strictObject({ firstName: z.string() }),
  write: {
    de: ({ firstName }, { networkName }) => ({
      subject: `Danke für Ihre Zeit bei ${networkName}`,
      blocks: [
        { text: `Guten Tag ${firstName},` },
        { text: "Ihr Ehrenamt ist beendet. Danke für die Zeit, die Sie anderen geschenkt haben." },
        {
          text: "Ihre Telefonnummer ist gelöscht, und Sie können sich nicht mehr anmelden. Ihre Pflicht zur Verschwiegenheit gilt weiter.",
        },
        {
          text: "Haben Sie das nicht selbst veranlasst oder möchten Sie zurückkommen? Dann melden Sie sich bitte bei Ihrer Koordination.",
        },
      ],
    }),
    en: ({ firstName }, { networkName }) => ({
      subject: `Thank you for your time with ${networkName}`,
      blocks: [
        { text: `Hello ${firstName},` },
        { text: "your volunteering has ended. Thank you for the time you have given to others." },
        { text: "Your phone number is deleted, and you can no longer sign in. Your duty of secrecy continues." },
        { text: "You did not do this yourself, or would like to come back? Then please contact your coordination." },
      ],
    }),
    ar: ({ firstName }, { networkName }) => ({
      subject: `شكرًا على وقتك مع ${networkName}`,
      blocks: [
        { text: `مرحبًا ${firstName}،` },
        { text: "انتهى عملك التطوعي. شكرًا على الوقت الذي منحته للآخرين." },
        { text: "حُذف رقم هاتفك، ولم يعد بإمكانك تسجيل الدخول. ويبقى واجب السرية ساريًا." },
        { text: "لم تفعل ذلك بنفسك أو ترغب في العودة؟ تواصل من فضلك مع المنسّق أو المنسّقة." },
      ],
    }),
  },
});

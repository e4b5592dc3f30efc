import { z } from "zod";
import type { MailContext, MailLocale } from "../define-template.ts";
import { defineTemplate } from "../define-template.ts";
import type { MailText } from "../mail-text.ts";
import { DateInMail, fromUntil, stopReminders } from "../reminder-date.ts";

const SessionReminder = DateInMail.extend({
  firstName: z.string(),
  courseTitle: z.string(),
  moduleTitle: z.string(),
  topics: z.string(),
  leaders: z.array(z.string()),
  /** Opens the page on which the reader says otherwise. */
  token: z.string(),
  stopToken: z.string(),
});
type SessionReminder = z.infer<typeof SessionReminder>;

interface Words {
  readonly subject: (when: string) => string;
  readonly greeting: (firstName: string) => string;
  readonly intro: (courseTitle: string) => string;
  readonly where: string;
  readonly topics: string;
  readonly leaders: string;
  readonly otherwise: string;
  readonly button: string;
}

const WORDS: Readonly<Record<MailLocale, Words>> = {
  de: {
    subject: (when) => `Erinnerung: ${when}`,
    greeting: (firstName) => `Guten Tag ${firstName},`,
    intro: (courseTitle) => `bald ist Ihr nächster Termin im Kurs „${courseTitle}“. Wir freuen uns auf Sie.`,
    where: "Wo",
    topics: "Darum geht es",
    leaders: "Es begleitet Sie",
    otherwise: "Sie können doch nicht kommen oder brauchen einen anderen Termin? Ein kurzes Wort hilft uns sehr.",
    button: "Absagen oder verschieben",
  },
  en: {
    subject: (when) => `Reminder: ${when}`,
    greeting: (firstName) => `Hello ${firstName},`,
    intro: (courseTitle) =>
      `your next date on the course “${courseTitle}” is coming up. We look forward to seeing you.`,
    where: "Where",
    topics: "What it is about",
    leaders: "Led by",
    otherwise: "You cannot come after all, or need another date? A short word helps us a lot.",
    button: "Cancel or move",
  },
  ar: {
    subject: (when) => `تذكير: ${when}`,
    greeting: (firstName) => `مرحبًا ${firstName}،`,
    intro: (courseTitle) => `يقترب موعدك القادم في دورة «${courseTitle}». يسعدنا حضورك.`,
    where: "المكان",
    topics: "موضوع اللقاء",
    leaders: "يرافقك في اللقاء",
    otherwise: "لن تتمكن من الحضور أو تحتاج إلى موعد آخر؟ كلمة قصيرة منك تساعدنا كثيرًا.",
    button: "الاعتذار أو تغيير الموعد",
  },
};

function write(date: SessionReminder, context: MailContext, locale: MailLocale): MailText {
  const words = WORDS[locale];
  const when = fromUntil(date, locale);
  const stop = stopReminders(date.stopToken, locale, context);
  const facts = [
    `${when}\n${date.moduleTitle}`,
    `${words.where}: ${date.place}`,
    ...(date.topics === "" ? [] : [`${words.topics}: ${date.topics}`]),
    ...(date.leaders.length === 0 ? [] : [`${words.leaders}: ${date.leaders.join(", ")}`]),
  ];
  return {
    subject: words.subject(when),
    blocks: [
      { text: words.greeting(date.firstName) },
      { text: words.intro(date.courseTitle) },
      { text: facts.join("\n") },
      { text: words.otherwise },
      { link: `${context.publicUrl}/termin/${date.token}`, label: words.button },
      stop.block,
    ],
    stopUrl: stop.stopUrl,
  };
}

/** A day and two hours before a session; what is told of it fits both. */
export const sessionReminder = defineTemplate({
  params: SessionReminder,
  write: {
    de: (date, context) => write(date, context, "de"),
    en: (date, context) => write(date, context, "en"),
    ar: (date, context) => write(date, context, "ar"),
  },
});

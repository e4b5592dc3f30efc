import type { z } from "zod";
import { emailCode } from "./email-code.ts";

/** Every mail this program can send, by the name it has in the outbox. */
export const MAIL_TEMPLATES = {
  email_code: emailCode,
};

export type MailTemplateName = keyof typeof MAIL_TEMPLATES;
export type MailParams<N extends MailTemplateName> = z.input<(typeof MAIL_TEMPLATES)[N]["params"]>;

export const isMailTemplateName = (name: string): name is MailTemplateName => Object.hasOwn(MAIL_TEMPLATES, name);

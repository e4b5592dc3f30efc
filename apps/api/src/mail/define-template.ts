import type { z } from "zod";
import type { Locale } from "@augenhoehe/domain";
import { renderMail, type MailText, type RenderedMail } from "./mail-text.ts";

/** Languages every mail is written in; a reader of another gets the German one. */
export type MailLocale = "de" | "en" | "ar";

export interface MailContext {
  readonly networkName: string;
  /** Origin for links, without a slash at the end. */
  readonly publicUrl: string;
}

type Write<P> = (params: P, context: MailContext) => MailText;

export interface MailTemplate<S extends z.ZodType> {
  readonly params: S;
  render(params: unknown, locale: Locale, context: MailContext): RenderedMail;
}

const isMailLocale = (locale: Locale): locale is MailLocale => locale === "de" || locale === "en" || locale === "ar";

/** A mail as a function per language. Parameters are parsed again when it is sent: the outbox keeps them as text. */
export function defineTemplate<S extends z.ZodType>(definition: {
  readonly params: S;
  readonly write: Readonly<Record<MailLocale, Write<z.output<S>>>>;
}): MailTemplate<S> {
  return {
    params: definition.params,
    render(params, locale, context) {
      const written = isMailLocale(locale) ? locale : "de";
      const text = definition.write[written](definition.params.parse(params), context);
      return renderMail(text, written);
    },
  };
}

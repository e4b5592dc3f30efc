import { LOCALE_FACTS, type Locale } from "@augenhoehe/domain";

/** One paragraph, a code to type, or a link: a button unless it is told quietly. */
export type Block =
  | { readonly text: string }
  | { readonly code: string }
  | { readonly link: string; readonly label: string; readonly quiet?: true };

/** A file that comes with the mail, e.g. a date for the calendar. */
export interface MailAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: string;
}

export interface MailText {
  readonly subject: string;
  readonly blocks: readonly Block[];
  readonly attachments?: readonly MailAttachment[];
  /** Where a mail program tells that no such mails are wanted (RFC 8058); it also opens as a page. */
  readonly stopUrl?: string;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailAttachment[];
  readonly stopUrl: string | undefined;
}

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\r?\n/g, "<br>");

function blockToHtml(block: Block): string {
  if ("code" in block) {
    return `<p style="font:700 28px/1.4 monospace;letter-spacing:6px" dir="ltr">${escape(block.code)}</p>`;
  }
  if ("link" in block && block.quiet) {
    return `<p style="font-size:15px"><a href="${escape(block.link)}" style="color:#2f6b3f">${escape(block.label)}</a></p>`;
  }
  if ("link" in block) {
    const style = "display:inline-block;padding:12px 20px;border-radius:8px;background:#2f6b3f;color:#ffffff";
    const plain = `<br><span dir="ltr" style="font-size:13px">${escape(block.link)}</span>`;
    return `<p><a href="${escape(block.link)}" style="${style}">${escape(block.label)}</a>${plain}</p>`;
  }
  return `<p dir="auto">${escape(block.text)}</p>`;
}

function blockToText(block: Block): string {
  if ("code" in block) return block.code;
  if ("link" in block) return `${block.label}:\n${block.link}`;
  return block.text;
}

/** The same content twice, for readers with and without HTML. The subject stays one line. */
export function renderMail({ subject, blocks, attachments = [], stopUrl }: MailText, locale: Locale): RenderedMail {
  const { dir } = LOCALE_FACTS[locale];
  const style = "max-width:560px;margin:0 auto;padding:24px;font:17px/1.6 system-ui,sans-serif;color:#1f1d1a";
  const body = blocks.map(blockToHtml).join("\n");
  return {
    subject: subject.replace(/\s+/g, " ").trim(),
    text: `${blocks.map(blockToText).join("\n\n")}\n`,
    html: `<!doctype html>
<html lang="${locale}" dir="${dir}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body style="margin:0;background:#faf7f2"><div lang="${locale}" dir="${dir}" style="${style}">
${body}
</div></body></html>`,
    attachments,
    stopUrl,
  };
}

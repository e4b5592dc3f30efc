import { createTransport } from "nodemailer";
import type { RenderedMail } from "./mail-text.ts";

export interface MailToSend extends RenderedMail {
  readonly to: string;
  /** Unset for newcomers: on a shared phone the sender should say nothing. */
  readonly fromName: string | undefined;
  readonly messageId: string;
}

export interface MailTransport {
  send(mail: MailToSend): Promise<void>;
  /** Sent mails keep their contents, to be read in the demo's inbox. */
  readonly keepsContents: boolean;
  close(): void;
}

const PLAIN_ADDRESS = /^[^\s,;:<>()[\]"\\]+@[^\s,;:<>()[\]"\\]+$/;
const TIMEOUT_MS = 20_000;

/**
 * Sends to exactly one address: a string with a comma or a line break would reach other people, so the address is
 * checked, passed as an object, and the envelope is written out.
 */
function smtpTransport(smtpUrl: string, mailFrom: string): MailTransport {
  const smtp = createTransport({
    url: smtpUrl,
    pool: true,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return {
    keepsContents: false,
    async send({ to, fromName, subject, text, html, messageId, attachments, stopUrl }) {
      if (!PLAIN_ADDRESS.test(to)) throw Object.assign(new Error("not one plain address"), { code: "EADDRESS" });
      await smtp.sendMail({
        from: { name: fromName ?? "", address: mailFrom },
        to: { name: "", address: to },
        envelope: { from: mailFrom, to },
        subject,
        text,
        html,
        messageId,
        attachments: attachments.map(({ fileName, contentType, content }) => ({
          filename: fileName,
          contentType,
          content,
        })),
        disableFileAccess: true,
        disableUrlAccess: true,
        headers: { "Auto-Submitted": "auto-generated", ...stopHeaders(stopUrl) },
      });
    },
    close: () => smtp.close(),
  };
}

/** One click in the mail program, without a page and without signing in. */
const stopHeaders = (stopUrl: string | undefined) =>
  stopUrl === undefined
    ? {}
    : { "List-Unsubscribe": `<${stopUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };

/** Demo without SMTP: nothing leaves the program, the inbox page shows what was meant to. */
const demoInbox: MailTransport = { keepsContents: true, send: async () => undefined, close: () => undefined };

/** Neither SMTP nor demo: every mail ends where staff sees that it did not go out. */
const noTransport: MailTransport = {
  keepsContents: false,
  send: () => Promise.reject(Object.assign(new Error("SMTP_URL is unset"), { code: "ENOSMTP" })),
  close: () => undefined,
};

export interface MailSettings {
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly demo: boolean;
}

export function chooseTransport(
  { smtpUrl, mailFrom, demo }: MailSettings,
  warn: (text: string) => void,
): MailTransport {
  if (smtpUrl !== undefined) return smtpTransport(smtpUrl, mailFrom);
  if (demo) return demoInbox;
  warn("SMTP_URL is unset: no mail goes out, and nobody can sign in by a code. Failed mails are listed on the desk.");
  return noTransport;
}

import { calendarAttachments } from "../calendar.ts";
import type { Database } from "../db/client.ts";
import { lockQueuedMail, markMailAttempt, markMailSent, type MailRow } from "../db/repositories/mails.ts";
import { readNetworkName } from "../db/repositories/networks.ts";
import type { JobOutcome } from "../jobs/jobs.ts";
import { QUEUES, type JobData } from "../jobs/queues.ts";
import type { Vault } from "../vault.ts";
import { MailPayload, payloadPlace } from "./queue-mail.ts";
import { isMailTemplateName, MAIL_TEMPLATES } from "./templates/index.ts";
import type { MailToSend, MailTransport } from "./transport.ts";

export interface MailWorkerParts {
  readonly db: Database;
  readonly clock: () => Date;
  readonly vault: Vault;
  readonly transport: MailTransport;
  readonly publicUrl: string;
}

const FOR_GOOD = /^5\d\d$|^EADDRESS$|^ENOSMTP$|^EENVELOPE$/;

/**
 * One mail: locked, rendered, sent, marked. Every attempt carries the same Message-ID, so a mail sent twice because
 * the mark was lost shows once. After the last attempt it stays as `failed`, visible to staff.
 */
export async function sendMail(parts: MailWorkerParts, job: JobData["send_mail"]): Promise<JobOutcome> {
  return parts.db.withTenant(job.networkId, async (tx) => {
    const row = await lockQueuedMail(tx, job.mailId);
    if (row === null) return "done";
    try {
      await parts.transport.send(compose(parts, row, await readNetworkName(tx)));
    } catch (error) {
      const code = codeOf(error);
      const isLast = FOR_GOOD.test(code) || row.attempts >= QUEUES.send_mail.retryLimit;
      await markMailAttempt(tx, row.id, code, isLast);
      return isLast ? "done" : "again";
    }
    await markMailSent(tx, row.id, parts.clock(), parts.transport.keepsContents);
    return "done";
  });
}

/** A mail as its receiver reads it. */
export function compose(
  { vault, publicUrl }: Pick<MailWorkerParts, "vault" | "publicUrl">,
  row: MailRow,
  networkName: string,
): MailToSend {
  if (row.payloadSealed === null || !isMailTemplateName(row.template)) throw new Error("The mail cannot be read");
  const payload = MailPayload.parse(JSON.parse(vault.open(row.payloadSealed, payloadPlace(row.id))));
  const rendered = MAIL_TEMPLATES[row.template].render(payload.params, row.locale, { networkName, publicUrl });
  const fromName = row.recipientKind === "mentee" ? undefined : networkName;
  const attachments = [...rendered.attachments, ...calendarAttachments(payload.calendar)];
  return { ...rendered, attachments, to: payload.address, fromName, messageId: row.messageId };
}

/** The server's answer (550), else the library's code (ECONNECTION), else the error's name. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if ("responseCode" in error && typeof error.responseCode === "number") return String(error.responseCode);
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

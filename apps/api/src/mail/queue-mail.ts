import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Locale } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { insertMails } from "../db/repositories/mails.ts";
import { KeptCalendarEntry, type CalendarEntry } from "../calendar.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { SealedPlace, Vault } from "../vault.ts";
import type { MailParams, MailTemplateName } from "./templates/index.ts";

export interface Recipient {
  readonly kind: "account" | "volunteer" | "mentee";
  readonly id: string;
  /** One plain address, as the contract's `Email` lets through. */
  readonly address: string;
  /** Whose staff sees it when the mail cannot be delivered. */
  readonly providerId: string | null;
}

export interface OutgoingMail<N extends MailTemplateName> {
  readonly to: Recipient;
  readonly locale: Locale;
  readonly template: N;
  readonly params: MailParams<N>;
  /** Dates that the receiver's calendar takes over or lets go of: files beside whatever the template attaches. */
  readonly calendar?: readonly CalendarEntry[];
}

/** Puts a mail into the outbox and its job into the queue, both part of the transaction. */
export type QueueMail = <N extends MailTemplateName>(tx: Tx, mail: OutgoingMail<N>) => Promise<void>;
/** The same for many people: one statement for the outbox, one for the queue. */
export type QueueMails = <N extends MailTemplateName>(tx: Tx, mails: readonly OutgoingMail<N>[]) => Promise<void>;

/** What the outbox keeps sealed. */
export const MailPayload = z.object({
  address: z.string(),
  params: z.unknown(),
  calendar: z.array(KeptCalendarEntry).default([]),
});

export const payloadPlace = (mailId: string): SealedPlace => ({
  table: "mails",
  column: "payload_sealed",
  rowId: mailId,
});

export interface MailroomParts {
  readonly clock: () => Date;
  readonly vault: Vault;
  readonly jobs: Jobs;
  readonly mailFrom: string;
}

export const queueMailsWith = ({ clock, vault, jobs, mailFrom }: MailroomParts): QueueMails => {
  const domain = mailFrom.slice(mailFrom.lastIndexOf("@") + 1);
  return async (tx, mails) => {
    const createdAt = clock();
    const rows = mails.map(({ to, locale, template, params, calendar }) => {
      const id = randomUUID();
      return {
        id,
        recipientKind: to.kind,
        recipientId: to.id,
        providerId: to.providerId,
        template,
        locale,
        payloadSealed: vault.seal(JSON.stringify({ address: to.address, params, calendar }), payloadPlace(id)),
        messageId: `<${id}@${domain}>`,
        createdAt,
      };
    });
    await insertMails(tx, rows);
    await jobs.enqueueAll(
      tx,
      "send_mail",
      rows.map(({ id }) => ({ networkId: tx.networkId, mailId: id })),
    );
  };
};

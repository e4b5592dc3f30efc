import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Locale } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { insertMail } from "../db/repositories/mails.ts";
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
}

/** Puts a mail into the outbox and its job into the queue, both part of the transaction. */
export type QueueMail = <N extends MailTemplateName>(tx: Tx, mail: OutgoingMail<N>) => Promise<void>;

/** What the outbox keeps sealed. */
export const MailPayload = z.object({ address: z.string(), params: z.unknown() });

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

export const queueMailWith = ({ clock, vault, jobs, mailFrom }: MailroomParts): QueueMail => {
  const domain = mailFrom.slice(mailFrom.lastIndexOf("@") + 1);
  return async (tx, { to, locale, template, params }) => {
    const id = randomUUID();
    await insertMail(tx, {
      id,
      recipientKind: to.kind,
      recipientId: to.id,
      providerId: to.providerId,
      template,
      locale,
      payloadSealed: vault.seal(JSON.stringify({ address: to.address, params }), payloadPlace(id)),
      messageId: `<${id}@${domain}>`,
      createdAt: clock(),
    });
    await jobs.enqueue(tx, "send_mail", { networkId: tx.networkId, mailId: id });
  };
};

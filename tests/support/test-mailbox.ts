import type { Database } from "@augenhoehe/api/db/client";
import type { MailToSend, MailTransport } from "@augenhoehe/api/mail/transport";
import { sendMail } from "@augenhoehe/api/mail/send-mail";
import type { Vault } from "@augenhoehe/api/vault";
import { z } from "zod";

const Queued = z.array(z.object({ id: z.string(), data: z.object({ networkId: z.string(), mailId: z.string() }) }));

interface MailboxParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly clock: () => Date;
  readonly publicUrl: string;
}

/** Where mail arrives in tests: real jobs of the real queue, rendered by the real templates. */
export class TestMailbox implements MailTransport {
  readonly keepsContents = false;
  readonly #arrived: MailToSend[] = [];
  readonly #parts: MailboxParts;
  #failure: Error | null = null;

  constructor(parts: MailboxParts) {
    this.#parts = parts;
  }

  /** Runs every waiting mail job once. */
  async deliver(): Promise<void> {
    const { db } = this.#parts;
    const taken = await db.pool.query(
      "update jobs.job set state = 'completed' where name = 'send_mail' and state < 'active' returning id, data",
    );
    for (const { data } of Queued.parse(taken.rows)) await sendMail({ ...this.#parts, transport: this }, data);
  }

  async send(mail: MailToSend): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    this.#arrived.push(mail);
  }

  /** From now on the mail server answers with this, or is fine again. */
  failWith(failure: Error | null): void {
    this.#failure = failure;
  }

  to(address: string): MailToSend[] {
    return this.#arrived.filter((mail) => mail.to === address);
  }

  get all(): readonly MailToSend[] {
    return this.#arrived;
  }

  close(): void {
    this.#arrived.length = 0;
  }
}

import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findKeptMail, listKeptMails, type MailRow } from "../../db/repositories/mails.ts";
import { findNetworkBySlug, readNetworkName } from "../../db/repositories/networks.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { compose } from "../../mail/send-mail.ts";

const LATEST = 50;

/** The inbox exists where everybody is invented and no mail leaves; anywhere else it is not there. */
async function inDemo<T>({ db, config }: AppDeps, networkSlug: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const network = await db.withoutTenant((tx) => findNetworkBySlug(tx, networkSlug));
  if (!config.demo || network?.demo !== true) throw new Refusal("not_found");
  return db.withTenant(network.id, work);
}

function readable({ vault, config }: AppDeps, row: MailRow, networkName: string) {
  const mail = compose({ vault, publicUrl: config.publicUrl }, row, networkName);
  const head = {
    id: row.id,
    to: mail.to,
    fromName: mail.fromName ?? null,
    subject: mail.subject,
    locale: row.locale,
    at: row.createdAt.toISOString(),
  };
  return { head, mail };
}

export async function listInboxMails(deps: AppDeps, networkSlug: string) {
  return inDemo(deps, networkSlug, async (tx) => {
    const name = await readNetworkName(tx);
    return { mails: (await listKeptMails(tx, LATEST)).map((row) => readable(deps, row, name).head) };
  });
}

export async function readInboxMail(deps: AppDeps, networkSlug: string, id: string) {
  return inDemo(deps, networkSlug, async (tx) => {
    const row = await findKeptMail(tx, id);
    if (row === null) throw new Refusal("not_found");
    const { head, mail } = readable(deps, row, await readNetworkName(tx));
    return { ...head, text: mail.text, html: mail.html, attachments: [...mail.attachments] };
  });
}

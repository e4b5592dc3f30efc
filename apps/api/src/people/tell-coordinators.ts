import type { Tx } from "../db/client.ts";
import { listCoordinators } from "../db/repositories/volunteer-sign-up.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { MailParams, MailTemplateName } from "../mail/templates/index.ts";

/** The same mail to every coordinator of a provider who can sign in. */
export async function tellCoordinators<N extends MailTemplateName>(
  deps: Pick<AppDeps, "queueMail">,
  tx: Tx,
  providerId: string,
  template: N,
  params: MailParams<N>,
): Promise<void> {
  for (const { id, email, locale } of await listCoordinators(tx, providerId)) {
    await deps.queueMail(tx, { to: { kind: "account", id, address: email, providerId }, locale, template, params });
  }
}

import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { demoSlug } from "#lib/server/network.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const networkSlug = await demoSlug(event);
  const { mails } = requireData(event, await api(event).call("listInboxMails", { query: { networkSlug } }));
  const format = formats(event.locals.locale);
  return { mails: mails.map((mail) => ({ ...mail, when: format.shortDateTime(mail.at) })) };
};

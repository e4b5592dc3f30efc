import { api, requireData } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { demoSlug } from "#lib/server/network.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const query = { networkSlug: await demoSlug(event) };
  const mail = requireData(event, await api(event).call("readInboxMail", { params: { id: event.params.id }, query }));
  return {
    id: mail.id,
    subject: mail.subject,
    to: mail.to,
    fromName: mail.fromName,
    mailLocale: mail.locale,
    text: mail.text,
    when: formats(event.locals.locale).dateTime(mail.at),
    attachments: mail.attachments.map(({ fileName }) => fileName),
  };
};

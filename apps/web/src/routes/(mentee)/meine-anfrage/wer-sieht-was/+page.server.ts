import { formats } from "#lib/server/format.ts";
import { requireMyRequest } from "#lib/server/my-request.ts";
import { m } from "#lib/paraglide/messages.js";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { answers, contact, status } = await requireMyRequest(event);
  const released = [
    ...(answers.releasePhone && answers.phone !== null ? [m.newcomer_contact_release_phone()] : []),
    ...(answers.releaseEmail && answers.email !== null ? [m.newcomer_contact_release_email()] : []),
  ];
  return {
    providerName: contact.providerName,
    released: released.length === 0 ? null : formats(event.locals.locale).list(released),
    canChange: status !== "closed",
  };
};

import { api, requireData } from "#lib/server/api.ts";
import { demoSlug } from "#lib/server/network.ts";
import type { RequestHandler } from "./$types";

/** Mails carry their styles in attributes, so they have a policy of their own: looks, but nothing that runs or loads. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'";

export const GET: RequestHandler = async (event) => {
  const query = { networkSlug: await demoSlug(event) };
  const { html } = requireData(
    event,
    await api(event).call("readInboxMail", { params: { id: event.params.id }, query }),
  );
  return new Response(html.replace(/<head[^>]*>/i, '$&<base target="_top">'), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": MAIL_POLICY,
      "x-frame-options": "SAMEORIGIN",
      "cache-control": "private, no-store",
    },
  });
};

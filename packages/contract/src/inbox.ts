import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Id, IdParams, Instant, LocaleCode, Slug } from "./shared.ts";

const InboxMail = z.strictObject({
  id: Id,
  to: z.string(),
  fromName: z.string().nullable(),
  subject: z.string(),
  locale: LocaleCode,
  at: Instant,
});

const ofNetwork = z.strictObject({ networkSlug: Slug });

export const inboxEndpoints = {
  listInboxMails: endpoint({
    method: "GET",
    path: "/api/inbox",
    who: "anyone",
    summary: "Demo only: the latest mails of the demo network, newest first; elsewhere nothing is there",
    query: ofNetwork,
    response: z.strictObject({ mails: z.array(InboxMail) }),
  }),
  readInboxMail: endpoint({
    method: "GET",
    path: "/api/inbox/:id",
    who: "anyone",
    summary: "Demo only: a mail as its receiver reads it",
    params: IdParams,
    query: ofNetwork,
    response: InboxMail.extend({
      text: z.string(),
      html: z.string(),
      attachments: z.array(z.strictObject({ fileName: z.string(), contentType: z.string(), content: z.string() })),
    }),
  }),
};

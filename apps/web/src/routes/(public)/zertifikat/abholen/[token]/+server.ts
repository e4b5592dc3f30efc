import { api } from "#lib/server/api.ts";
import type { RequestHandler } from "./$types";

/** For somebody who has left: the address in the mail is all it takes. */
export const GET: RequestHandler = async (event) => {
  const file = await api(event).file("downloadCertificateByLink", { params: { token: event.params.token } });
  file.headers.set("x-robots-tag", "noindex");
  return file;
};

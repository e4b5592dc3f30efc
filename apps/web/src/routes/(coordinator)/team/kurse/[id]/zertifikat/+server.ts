import { api } from "#lib/server/api.ts";
import type { RequestHandler } from "./$types";

/** One file for the printer: a page for everybody of the course who holds a valid certificate. */
export const GET: RequestHandler = (event) => api(event).file("printCertificates", { params: event.params });

import type { FastifyReply, FastifyRequest } from "fastify";
import type { FileReply } from "@augenhoehe/contract";

type Version = NonNullable<FileReply["version"]>;

const UNSAFE_IN_HEADER = /[^\w.-]+/g;
const NOT_LATIN = /[^\u{20}-\u{7e}]/gu;
/** What is left of a name without Latin letters. */
const NAMELESS = /^[-_.]*(?=\.\w+$)/;
/** Should a browser open a saved file all the same, nothing in it runs or reaches this origin. */
const SAVED_CONTENT_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** RFC 6266: a plain name for old readers, the real one percent-encoded beside it. */
function disposition(file: FileReply): string {
  const latin = file.fileName.normalize("NFKD").replace(NOT_LATIN, "");
  const plain = latin.replace(UNSAFE_IN_HEADER, "-").replace(NAMELESS, "file");
  const exact = encodeURIComponent(file.fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${file.inline === true ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** A tag counts before a date (RFC 9110, 13.2.2); what stands between may have made a tag weak. */
function isKnown({ headers }: FastifyRequest, { tag, changedAt }: Version): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined) return tags.split(",").some((known) => known.trim().replace(/^W\//, "") === `"${tag}"`);
  return Math.floor(changedAt.getTime() / 1000) * 1000 <= Date.parse(headers["if-modified-since"] ?? "");
}

export function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  const { version } = file;
  if (file.inline !== true) reply.header("content-security-policy", SAVED_CONTENT_POLICY);
  if (version !== undefined) {
    reply.header("etag", `"${version.tag}"`);
    reply.header("last-modified", version.changedAt.toUTCString());
    reply.header("cache-control", "private, no-cache");
    if (isKnown(reply.request, version)) return reply.code(304).send();
  }
  const content = typeof file.content === "function" ? file.content() : file.content;
  return reply
    .type(file.contentType)
    .header("content-disposition", disposition(file))
    .send(typeof content === "string" ? content : Buffer.from(content.buffer, content.byteOffset, content.byteLength));
}

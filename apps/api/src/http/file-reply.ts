import type { FastifyReply } from "fastify";
import type { FileReply } from "@augenhoehe/contract";

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

export function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  const { content } = file;
  if (file.inline !== true) reply.header("content-security-policy", SAVED_CONTENT_POLICY);
  return reply
    .type(file.contentType)
    .header("content-disposition", disposition(file))
    .send(typeof content === "string" ? content : Buffer.from(content.buffer, content.byteOffset, content.byteLength));
}

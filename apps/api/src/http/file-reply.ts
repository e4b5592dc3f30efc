import type { FastifyReply } from "fastify";
import type { FileReply } from "@augenhoehe/contract";

const UNSAFE_IN_HEADER = /[^\w.-]+/g;
const NOT_LATIN = /[^\u{20}-\u{7e}]/gu;

/** RFC 6266: a plain name for old readers, the real one percent-encoded beside it. */
function disposition(file: FileReply): string {
  const plain = file.fileName.normalize("NFKD").replace(NOT_LATIN, "").replace(UNSAFE_IN_HEADER, "-");
  const exact = encodeURIComponent(file.fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${file.inline === true ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

export function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  const content = typeof file.content === "string" ? file.content : Buffer.from(file.content);
  return reply.type(file.contentType).header("content-disposition", disposition(file)).send(content);
}

import type { FastifyInstance } from "fastify";

class UnreadableBody extends Error {
  override readonly name = "UnreadableBody";
  readonly statusCode = 400;
}

const ESCAPED_BACKSLASH = /\\\\/g;
const WHOLE_CHARACTER = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/g;
const HALF_CHARACTER = /\\u[dD][89a-fA-F]/;

/** JSON can spell half of a character, which no database and no mail can hold. */
const spellsHalfCharacter = (json: string): boolean =>
  HALF_CHARACTER.test(json) && HALF_CHARACTER.test(json.replace(ESCAPED_BACKSLASH, "").replace(WHOLE_CHARACTER, ""));

/** Bodies are JSON in UTF-8 and nothing else: broken text is refused instead of being mended in somebody's name. */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>("application/json", { parseAs: "buffer" }, (request, body, done) => {
    let text: string;
    try {
      text = utf8.decode(body);
    } catch {
      return done(new UnreadableBody("not UTF-8"));
    }
    if (spellsHalfCharacter(text)) return done(new UnreadableBody("half a character"));
    return parse(request, text, done);
  });
}

import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { z } from "zod";

export interface ReceivedMail {
  readonly from: string;
  /** Everybody the envelope names, whatever the headers say. */
  readonly to: readonly string[];
  readonly source: string;
  readonly parsed: Email;
}

/** A mail server as others run one: takes whatever comes and delivers nothing. */
export interface MailServer {
  readonly url: string;
  readonly received: ReceivedMail[];
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, { envelope: { mailFrom, rcptTo } }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const source = Buffer.concat(chunks).toString();
        const from = mailFrom === false ? "" : mailFrom.address;
        void PostalMime.parse(source).then((parsed) => {
          received.push({ from, to: rcptTo.map(({ address }) => address), source, parsed });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = z.object({ port: z.number() }).parse(server.server.address());
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

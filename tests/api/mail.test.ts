import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startJobs } from "@augenhoehe/api/jobs/jobs";
import { renderMail } from "@augenhoehe/api/mail/mail-text";
import { sendMail } from "@augenhoehe/api/mail/send-mail";
import { chooseTransport, type MailToSend, type MailTransport } from "@augenhoehe/api/mail/transport";
import { mails } from "@augenhoehe/api/db/schema/platform";
import { startMailServer, type MailServer } from "../support/mail-server.ts";
import { makeNetwork, type TestNetwork } from "../support/make-network.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let mailServer: MailServer;
let transport: MailTransport;
let world: TestWorld;
let network: TestNetwork;
beforeAll(async () => {
  mailServer = await startMailServer();
  const settings = { smtpUrl: mailServer.url, mailFrom: "netz@augenhoehe.example", demo: false };
  transport = chooseTransport(settings, () => undefined);
  world = await createTestApp();
});
beforeEach(async () => {
  mailServer.received.length = 0;
  network = await makeNetwork(world);
});
afterAll(async () => {
  transport.close();
  await mailServer.close();
  await world.close();
});

function newest() {
  const mail = mailServer.received.at(-1)?.parsed;
  if (mail === undefined) throw new Error("No mail came");
  return mail;
}

const letter = (changes: Partial<MailToSend> = {}): MailToSend => ({
  ...renderMail({ subject: "Guten Tag", blocks: [{ text: "Hallo Öykü" }] }, "de"),
  to: "oeykue@example.org",
  fromName: "Netzwerk",
  messageId: "<1@augenhoehe.example>",
  ...changes,
});
const someone = { kind: "account", id: "0196f1f4-0000-7000-8000-000000000001", address: "a@example.org" } as const;
const queue = () =>
  world.inTenant(network.id, (tx) =>
    world.deps.queueMail(tx, {
      to: { ...someone, providerId: null },
      locale: "de",
      template: "email_code",
      params: { code: "123456", minutes: 10 },
    }),
  );
const mailRows = () => world.inTenant(network.id, (tx) => tx.select().from(mails));

test("a mail reaches one address, with text and HTML and the id it was given", async () => {
  await transport.send(letter());
  expect(mailServer.received).toMatchObject([{ from: "netz@augenhoehe.example", to: ["oeykue@example.org"] }]);
  const mail = newest();
  expect(mail).toMatchObject({
    subject: "Guten Tag",
    messageId: "<1@augenhoehe.example>",
    from: { name: "Netzwerk", address: "netz@augenhoehe.example" },
  });
  expect(mail.text).toContain("Hallo Öykü");
  expect(mail.html).toContain('<html lang="de" dir="ltr">');
});

test("to a newcomer the sender is an address and nothing else", async () => {
  await transport.send(letter({ fromName: undefined }));
  const mail = newest();
  expect(mail.from).toEqual({ name: "", address: "netz@augenhoehe.example" });
});

test.each([
  "a@example.org, b@example.org",
  "a@example.org\r\nBcc: b@example.org",
  "Anna <a@example.org>",
  "a@example.org;b@example.org",
])("an address that is more than one address reaches nobody: %j", async (to) => {
  await expect(transport.send(letter({ to }))).rejects.toThrow("not one plain address");
  expect(mailServer.received).toEqual([]);
});

test("a line break in a name or a subject adds no recipient and no header", async () => {
  const trick = "Anna\r\nBcc: victim@example.org\r\nX-Trick: yes";
  const rendered = renderMail({ subject: trick, blocks: [{ text: trick }] }, "de");
  await transport.send(letter({ ...rendered, fromName: trick }));
  expect(mailServer.received[0]?.to).toEqual(["oeykue@example.org"]);
  const mail = newest();
  expect(mail.headers.map(({ key }) => key)).not.toContain("x-trick");
  expect(mail.bcc).toBeUndefined();
});

test("what somebody typed is text in a mail, never markup", () => {
  const { html } = renderMail({ subject: "<b>", blocks: [{ text: '<img src=x onerror="alert(1)">' }] }, "ar");
  expect(html).not.toContain("<img");
  expect(html).not.toContain("<b>");
  expect(html).toContain('dir="rtl"');
});

test("a mail of a change that was rolled back never was", async () => {
  const failing = world.inTenant(network.id, async (tx) => {
    await world.deps.queueMail(tx, {
      to: { ...someone, providerId: null },
      locale: "de",
      template: "email_code",
      params: { code: "123456", minutes: 10 },
    });
    throw new Error("the change failed");
  });
  await expect(failing).rejects.toThrow("the change failed");
  expect(await mailRows()).toEqual([]);
  const jobs = await world.deps.db.pool.query("select 1 from jobs.job where data->>'networkId' = $1", [network.id]);
  expect(jobs.rowCount).toBe(0);
});

test("what waits in the outbox cannot be read from the database", async () => {
  await queue();
  const rows = await mailRows();
  expect(rows).toMatchObject([{ status: "queued", template: "email_code" }]);
  expect(JSON.stringify(rows)).not.toMatch(/a@example\.org|123456/);
});

test("a worker takes a committed mail out of the queue and sends it once", async () => {
  const { db, clock, vault } = world.deps;
  await world.mailbox.deliver();
  const jobs = await startJobs(db, () => undefined);
  const sent = new Promise<void>((resolve) => {
    void jobs.work({
      send_mail: async (data) => {
        const outcome = await sendMail({ db, clock, vault, transport, publicUrl: "http://localhost:3000" }, data);
        resolve();
        return outcome;
      },
      expire_proposal: async () => "done",
      settle_places: async () => "done",
      send_reminder: async () => "done",
      lapse_certificates: async () => "done",
    });
  });
  await queue();
  await sent;
  await jobs.stop();
  expect(mailServer.received.map(({ to }) => to)).toEqual([["a@example.org"]]);
  expect(await mailRows()).toMatchObject([{ status: "sent", attempts: 1, payloadSealed: null }]);
});

test("without a mail server every mail ends where staff sees it", async () => {
  const warnings: string[] = [];
  const none = chooseTransport({ smtpUrl: undefined, mailFrom: "x@y.example", demo: false }, (text) =>
    warnings.push(text),
  );
  await queue();
  const [row] = await mailRows();
  const { db, clock, vault } = world.deps;
  const parts = { db, clock, vault, transport: none, publicUrl: "http://localhost:3000" };
  expect(await sendMail(parts, { networkId: network.id, mailId: row?.id ?? "" })).toBe("done");
  expect(await mailRows()).toMatchObject([{ status: "failed", lastErrorCode: "ENOSMTP" }]);
  expect(warnings[0]).toContain("SMTP_URL");
});

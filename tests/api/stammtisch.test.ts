import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { stammtischAnswers, stammtische } from "@augenhoehe/api/db/schema/stammtische";
import { dueren } from "@augenhoehe/api/networks/dueren";
import { makeAccount, signInAs } from "../support/make-network.ts";
import { ask, openForeignNetwork, openNetwork, type OpenNetwork } from "../support/newcomer.ts";
import { errorOf, expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { coordinatorOf, makeEligible, signUp, tandemFor } from "../support/volunteer.ts";

let world: TestWorld;
let network: OpenNetwork;
let coordinator: TestClient;
let count = 0;

beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());
beforeEach(async () => {
  network = await openNetwork(world, { ...dueren, slug: `dueren-${++count}` });
  coordinator = (await coordinatorOf(world, network)).client;
});

const NOVEMBER = { startsAt: "2026-11-19T18:30", minutes: 90, place: "Café Komm", topics: "Briefe vom Amt" };
const plan = async (changes: Partial<typeof NOVEMBER> = {}) =>
  expectOk(await coordinator.call("createStammtisch", { body: { ...NOVEMBER, ...changes } })).id;

const mentor = async () => {
  const volunteer = await signUp(world, network, { district: null });
  await makeEligible(world, network, volunteer.id);
  return volunteer;
};
const mailsAbout = (address: string) =>
  world.mailbox.to(address).filter(({ subject }) => subject.includes("Stammtisch"));
const unfold = (ics: string) => ics.replaceAll("\r\n ", "");
const datesOf = async (client: TestClient) => expectOk(await client.call("readMyHome")).stammtische;

describe("a coordinator who plans a Stammtisch", () => {
  it("invites everybody who may be proposed or is in a tandem, and nobody else", async () => {
    const eligible = await mentor();
    const beginner = await signUp(world, network, { district: null });
    const pausing = await mentor();
    expectOk(await pausing.client.call("pauseMe"));
    const pausingInTandem = await mentor();
    const { requestId } = await ask(world, network, { district: null });
    await tandemFor(world, network, { volunteerId: pausingInTandem.id, requestId });
    expectOk(await pausingInTandem.client.call("pauseMe"));
    const elsewhere = await signUp(world, network, { district: null, providerId: network.otherProvider.id });
    await makeEligible(world, network, elsewhere.id);

    const id = await plan();
    await world.mailbox.deliver();
    const invited = [eligible, beginner, pausing, pausingInTandem, elsewhere].map(
      ({ email }) => mailsAbout(email).length,
    );
    expect(invited).toEqual([1, 0, 0, 1, 0]);
    const [entry] = await world.inTenant(network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.subjectId, id)),
    );
    expect(entry).toMatchObject({ action: "stammtisch_created", facts: { invited: 2 } });
  });

  it("sends the date in words of the network's time zone and as a calendar file in UTC", async () => {
    const { email } = await mentor();
    const id = await plan();
    await world.mailbox.deliver();
    const [mail] = mailsAbout(email);
    expect(mail?.subject).toContain("19. November 2026");
    expect(mail?.text).toContain("18:30");
    expect(mail?.text).toContain("Café Komm");
    const [file] = mail?.attachments ?? [];
    expect(file?.fileName).toBe("termine.ics");
    expect(file?.contentType).toBe("text/calendar; charset=utf-8; method=PUBLISH");
    const ics = unfold(file?.content ?? "");
    expect(ics).toContain(`UID:stammtisch-${id}@augenhoehe`);
    expect(ics).toContain("DTSTART:20261119T173000Z");
    expect(ics).toContain("DTEND:20261119T190000Z");
    expect(ics).toContain("SEQUENCE:0");
    expect(ics).toContain("STATUS:CONFIRMED");
  });

  it("cannot invite to the past, to a date that does not exist, or without a place", async () => {
    const past = await coordinator.call("createStammtisch", { body: { ...NOVEMBER, startsAt: "2026-11-01T18:00" } });
    expect(fieldCodesOf(past)).toEqual({ startsAt: "date_in_past" });
    const nowhere = await coordinator.call("createStammtisch", { body: { ...NOVEMBER, place: "  ", minutes: 5 } });
    expect(fieldCodesOf(nowhere)).toEqual({ place: "required", minutes: "too_small" });
    for (const startsAt of ["2026-13-05T18:00", "2027-02-30T18:00", "2026-12-01T25:00", "morgen"]) {
      const never = await coordinator.call("createStammtisch", { body: { ...NOVEMBER, startsAt } });
      expect(fieldCodesOf(never)).toEqual({ startsAt: "invalid_date" });
    }
    const rows = await world.inTenant(network.id, (tx) => tx.select().from(stammtische));
    expect(rows).toEqual([]);
  });

  it("sees who is coming, who is not, and how many have not said", async () => {
    const yes = await mentor();
    const no = await mentor();
    await mentor();
    const id = await plan();
    expectOk(await yes.client.call("answerStammtisch", { params: { id }, body: { answer: "yes" } }));
    expectOk(await no.client.call("answerStammtisch", { params: { id }, body: { answer: "no" } }));
    const { items } = expectOk(await coordinator.call("listStammtische"));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id,
      startsAt: "2026-11-19T17:30:00.000Z",
      coming: [{ volunteerId: yes.id, name: "Karin Özdemir" }],
      notComing: 1,
      unanswered: 1,
    });
  });
});

describe("a mentor", () => {
  it("says yes, changes their mind, and the last answer counts once", async () => {
    const { id: volunteerId, client } = await mentor();
    const id = await plan();
    for (const answer of ["yes", "yes", "no"] as const) {
      expectOk(await client.call("answerStammtisch", { params: { id }, body: { answer } }));
    }
    expect(await datesOf(client)).toMatchObject([{ id, myAnswer: "no", cancelled: false }]);
    const rows = await world.inTenant(network.id, (tx) =>
      tx.select().from(stammtischAnswers).where(eq(stammtischAnswers.volunteerId, volunteerId)),
    );
    expect(rows).toHaveLength(1);
  });

  it("gets the date as a file for the calendar", async () => {
    const { client } = await mentor();
    const id = await plan();
    const { raw } = await client.call("downloadStammtischCalendar", { params: { id } });
    expect(raw.headers["content-type"]).toContain("text/calendar");
    expect(raw.headers["content-disposition"]).toContain('filename="stammtisch.ics"');
    expect(unfold(raw.payload)).toContain("LOCATION:Café Komm");
    expect(raw.payload.startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
  });

  it("no longer answers when it is over or cancelled, and no longer sees one that is over", async () => {
    const { client } = await mentor();
    const cancelled = await plan();
    expectOk(await coordinator.call("cancelStammtisch", { params: { id: cancelled } }));
    const late = await client.call("answerStammtisch", { params: { id: cancelled }, body: { answer: "yes" } });
    expect([late.status, refusalOf(late)]).toEqual([409, "stammtisch_cancelled"]);
    const past = await plan();
    await world.inTenant(network.id, (tx) =>
      tx.update(stammtische).set({ endsAt: world.clock.now }).where(eq(stammtische.id, past)),
    );
    const after = await client.call("answerStammtisch", { params: { id: past }, body: { answer: "yes" } });
    expect(refusalOf(after)).toBe("stammtisch_over");
    expect((await datesOf(client)).map(({ id }) => id)).toEqual([cancelled]);
  });

  it("who is not invited finds no date, as if there were none", async () => {
    const { client } = await signUp(world, network, { district: null });
    const id = await plan();
    expect(await datesOf(client)).toEqual([]);
    const reply = await client.call("answerStammtisch", { params: { id }, body: { answer: "yes" } });
    expect([reply.status, refusalOf(reply)]).toEqual([404, "not_found"]);
    expect(refusalOf(await client.call("downloadStammtischCalendar", { params: { id } }))).toBe("not_found");
  });

  it("who said yes and begins a pause still sees it and can call it off", async () => {
    const { client } = await mentor();
    const id = await plan();
    expectOk(await client.call("answerStammtisch", { params: { id }, body: { answer: "yes" } }));
    expectOk(await client.call("pauseMe"));
    expectOk(await client.call("answerStammtisch", { params: { id }, body: { answer: "no" } }));
    expect(await datesOf(client)).toMatchObject([{ id, myAnswer: "no" }]);
  });

  it("who left is no longer counted among those who come", async () => {
    const { client } = await mentor();
    const id = await plan();
    expectOk(await client.call("answerStammtisch", { params: { id }, body: { answer: "yes" } }));
    expectOk(await client.call("leaveNetwork", { body: { sure: true } }));
    expect(expectOk(await coordinator.call("listStammtische")).items[0]).toMatchObject({ coming: [], unanswered: 0 });
  });
});

describe("a date that changes", () => {
  it("is told to those who said yes with a file that replaces the old entry, and to nobody else", async () => {
    const yes = await mentor();
    const no = await mentor();
    const silent = await mentor();
    const id = await plan();
    expectOk(await yes.client.call("answerStammtisch", { params: { id }, body: { answer: "yes" } }));
    expectOk(await no.client.call("answerStammtisch", { params: { id }, body: { answer: "no" } }));
    expectOk(
      await coordinator.call("updateStammtisch", {
        params: { id },
        body: { ...NOVEMBER, startsAt: "2026-11-26T19:00", place: "Bürgerbüro" },
      }),
    );
    await world.mailbox.deliver();
    const changed = mailsAbout(yes.email).find(({ subject }) => subject.includes("geändert"));
    expect(changed?.text).toContain("Bürgerbüro");
    const ics = unfold(changed?.attachments[0]?.content ?? "");
    expect(ics).toContain(`UID:stammtisch-${id}@augenhoehe`);
    expect(ics).toContain("SEQUENCE:1");
    expect(ics).toContain("DTSTART:20261126T180000Z");
    expect([no, silent].map(({ email }) => mailsAbout(email).length)).toEqual([1, 1]);
  });

  it("told to nobody when it was saved as it is", async () => {
    const { client, email } = await mentor();
    const id = await plan();
    expectOk(await client.call("answerStammtisch", { params: { id }, body: { answer: "yes" } }));
    expectOk(await coordinator.call("updateStammtisch", { params: { id }, body: NOVEMBER }));
    await world.mailbox.deliver();
    expect(mailsAbout(email)).toHaveLength(1);
    const [row] = await world.inTenant(network.id, (tx) => tx.select().from(stammtische));
    expect(row?.sequence).toBe(0);
  });

  it("that is cancelled leaves the calendars of those who said yes, and is not cancelled twice", async () => {
    const { client, email } = await mentor();
    const id = await plan();
    expectOk(await client.call("answerStammtisch", { params: { id }, body: { answer: "yes" } }));
    expectOk(await coordinator.call("cancelStammtisch", { params: { id } }));
    await world.mailbox.deliver();
    const mail = mailsAbout(email).find(({ subject }) => subject.includes("fällt aus"));
    const ics = unfold(mail?.attachments[0]?.content ?? "");
    expect(ics).toContain("METHOD:CANCEL");
    expect(ics).toContain("STATUS:CANCELLED");
    expect(ics).toContain("SEQUENCE:1");
    expect(refusalOf(await coordinator.call("cancelStammtisch", { params: { id } }))).toBe("stammtisch_cancelled");
    const change = await coordinator.call("updateStammtisch", { params: { id }, body: { ...NOVEMBER, place: "Neu" } });
    expect(refusalOf(change)).toBe("stammtisch_cancelled");
    expect(await datesOf(client)).toMatchObject([{ id, cancelled: true }]);
  });
});

describe("other people", () => {
  it("of another provider or network find no such date", async () => {
    const id = await plan();
    const foreign = await openForeignNetwork(world);
    for (const stranger of [
      await coordinatorOf(world, network, network.otherProvider.id),
      await coordinatorOf(world, foreign),
    ]) {
      const update = await stranger.client.call("updateStammtisch", { params: { id }, body: NOVEMBER });
      const cancel = await stranger.client.call("cancelStammtisch", { params: { id } });
      expect([update.status, refusalOf(update), cancel.status, refusalOf(cancel)]).toEqual([
        404,
        "not_found",
        404,
        "not_found",
      ]);
      expect(expectOk(await stranger.client.call("listStammtische")).items).toEqual([]);
    }
    const other = await signUp(world, network, { district: null, providerId: network.otherProvider.id });
    await makeEligible(world, network, other.id);
    expect(refusalOf(await other.client.call("answerStammtisch", { params: { id }, body: { answer: "yes" } }))).toBe(
      "not_found",
    );
  });

  it("who are not coordinators plan nothing", async () => {
    const { client: volunteer } = await mentor();
    const trainer = await signInAs(
      world,
      await makeAccount(world, { network, provider: network.intake, roles: ["trainer"] }),
    );
    for (const client of [volunteer, trainer]) {
      expect(refusalOf(await client.call("listStammtische"))).toBe("not_permitted");
      expect(refusalOf(await client.call("createStammtisch", { body: NOVEMBER }))).toBe("not_permitted");
    }
    expect(errorOf(await world.anyone().call("listStammtische"))).toEqual({ code: "sign_in_required" });
    const rows = await world.inTenant(network.id, (tx) => tx.select().from(stammtische));
    expect(rows).toEqual([]);
  });
});

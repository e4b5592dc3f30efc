import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { logos } from "@augenhoehe/api/db/schema/certificates";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { makeCertificateScene, type CertificateScene } from "../support/certificate-scene.ts";
import { blueJpeg, redPng } from "../support/pictures.ts";
import { seePage, textOf } from "../support/read-pdf.ts";
import { errorOf, expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";

const ANDREA = { signatoryName: "Andrea Weber", signatoryRole: "Koordination Ehrenamt" };
const sent = (bytes: Uint8Array) => ({ contentBase64: Buffer.from(bytes).toString("base64") });

describe("a letterhead", () => {
  let world: TestWorld;
  let scene: CertificateScene;

  beforeAll(async () => {
    world = await createTestApp();
  });
  beforeEach(async () => {
    scene = await makeCertificateScene(world);
  });
  afterAll(() => world.close());

  const write = (logo: "keep" | "none" | { contentBase64: string }, client: TestClient = scene.coordinator) =>
    client.call("updateLetterhead", { body: { ...ANDREA, logo } });
  const read = async (client = scene.coordinator) => expectOk(await client.call("readLetterhead"));
  const logoRows = () => scene.inNetwork((tx) => tx.select().from(logos));

  it("is empty at first; then it has a logo, who signs, and a specimen to look at", async () => {
    expect(await read()).toEqual({
      issuer: "Caritas Musterstadt e. V.",
      hasLogo: false,
      signatoryName: "",
      signatoryRole: "",
    });
    const png = redPng(120, 40);
    expectOk(await write(sent(png)));
    expect(await read()).toMatchObject({ hasLogo: true, ...ANDREA });
    const [row] = await logoRows();
    expect(row).toMatchObject({ id: createHash("sha256").update(png).digest("hex"), contentType: "image/png" });
    const { raw: logo } = await scene.coordinator.call("downloadLogo");
    expect([logo.headers["content-type"], logo.rawPayload.equals(png)]).toEqual(["image/png", true]);

    const { raw } = await scene.coordinator.call("previewLetterhead");
    expect(raw.headers["content-type"]).toBe("application/pdf");
    const text = await textOf(raw.rawPayload);
    expect(text).toMatch(/^Muster: .*Vorname Nachname hat den Kurs „Basiskurs für Mentor:innen“/);
    expect(text).toContain("Andrea Weber Koordination Ehrenamt");
  });

  it("is what a certificate keeps of the day it was issued, in words and in picture", async () => {
    expectOk(await write(sent(redPng(120, 40))));
    const { person, row } = await scene.holder();
    const before = await scene.pdfOf(row.id);
    expect(await textOf(before)).toContain("Andrea Weber Koordination Ehrenamt");

    const body = { signatoryName: "Bo Klein", signatoryRole: "", logo: sent(blueJpeg(40, 40)) };
    expectOk(await scene.coordinator.call("updateLetterhead", { body }));
    const after = await scene.pdfOf(row.id);
    expect(await textOf(after)).toBe(await textOf(before));
    expect((await seePage(after)).pixels.equals((await seePage(before)).pixels)).toBe(true);

    await scene.rename(person.id, { lastName: "Neu" });
    const { id } = expectOk(await scene.reissue(row.id));
    expect(await textOf(await scene.pdfOf(id))).toContain("Bo Klein");
    expect(await logoRows()).toHaveLength(2);
  });

  it("takes PNG and JPEG by what they are, not by what they are called, and the same picture once", async () => {
    expectOk(await write(sent(blueJpeg(60, 60))));
    expectOk(await write(sent(blueJpeg(60, 60))));
    expect((await logoRows()).map(({ contentType }) => contentType)).toEqual(["image/jpeg"]);
    expectOk(await write("keep"));
    expect((await read()).hasLogo).toBe(true);
    expectOk(await write("none"));
    expect((await read()).hasLogo).toBe(false);
    expect(refusalOf(await scene.coordinator.call("downloadLogo"))).toBe("not_found");
  });

  it("refuses what is no picture, too large, or larger than it looks, and stays as it was", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const broken = Buffer.concat([redPng(50, 50).subarray(0, 60), Buffer.from("no picture any more")]);
    const wall = redPng(20, 20);
    wall.writeUInt32BE(60_000, 16);
    wall.writeUInt32BE(60_000, 20);
    const heavy = Buffer.concat([redPng(20, 20), Buffer.alloc(1_048_577)]).subarray(0, 1_048_577);
    for (const bytes of [svg, broken, wall, heavy, Buffer.from("%PDF-1.7"), Buffer.from([0xff, 0xd8, 0xff])]) {
      expect(refusalOf(await write(sent(bytes)))).toBe("logo_unreadable");
    }
    const tooLong = await write({ contentBase64: "A".repeat(1_400_000) });
    expect([400, 413]).toContain(tooLong.status);
    expect(errorOf(await write({ contentBase64: "kein base64!" })).code).toBe("invalid_input");
    expect((await read()).hasLogo).toBe(false);
    expect(await logoRows()).toEqual([]);
  });

  it("belongs to one provider: another writes its own, and a change is in the log", async () => {
    expectOk(await write(sent(redPng(20, 20))));
    expect(await read(scene.otherCoordinator)).toMatchObject({ issuer: "Diakonie Musterstadt", hasLogo: false });
    expect(refusalOf(await write("none", scene.trainer))).toBe("not_permitted");
    const [entry] = await scene.inNetwork((tx) =>
      tx.select().from(activities).where(eq(activities.action, "letterhead_changed")),
    );
    expect(entry).toMatchObject({ facts: { logoChanged: true }, providerId: scene.caritas.id });
  });
});

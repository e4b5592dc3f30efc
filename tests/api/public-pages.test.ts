import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeNetwork } from "../support/make-network.ts";
import { openForeignNetwork, openNetwork, type OpenNetwork } from "../support/newcomer.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let network: OpenNetwork;

beforeAll(async () => {
  world = await createTestApp();
  network = await openNetwork(world);
  await openForeignNetwork(world);
});
afterAll(() => world.close());

const read = (networkSlug: string) => world.anyone().call("readNetwork", { params: { networkSlug } });
const readLegal = (networkSlug: string) => world.anyone().call("readLegalPages", { params: { networkSlug } });

describe("what anybody may read of a network", () => {
  it("is its districts, words, providers and consent text, and nothing of the network next door", async () => {
    const profile = expectOk(await read(network.slug));
    expect(profile.districts).toHaveLength(44);
    expect(profile.districts.map(({ name }) => name)).toContain("Eicken");
    expect(profile.topics.map(({ key }) => key)).toContain("letters");
    expect(profile.providers).toHaveLength(3);
    expect(profile.consent.version).toBe(1);
    expect(profile.consent.paragraphs.de?.length).toBe(profile.consent.paragraphs.ar?.length);
    const next = expectOk(await read("dorsten"));
    expect(next.districts).toHaveLength(11);
  });

  it("has no answer for a network that does not exist, in either page", async () => {
    expect(refusalOf(await read("nirgendwo"))).toBe("not_found");
    expect(refusalOf(await readLegal("nirgendwo"))).toBe("not_found");
  });

  it("names the law its responsible body works under and whose maps it stands on", async () => {
    const legal = expectOk(await readLegal(network.slug));
    expect(legal.regime).toBe("kdg");
    expect(legal.credits.join(" ")).toContain("GeoNames");
    const own = await makeNetwork(world, { regime: "dsg_ekd" });
    expect(expectOk(await readLegal(own.slug))).toMatchObject({ regime: "dsg_ekd", credits: [] });
  });
});

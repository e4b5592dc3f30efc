import { afterAll, beforeAll, expect, it } from "vitest";
import { makeRound } from "../support/make-round.ts";
import { makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { languageCircle, twoAndTwo } from "../support/round-people.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

it("both people side by side, and what another choice would cost the others", async () => {
  const { round, near, far, rania, salma } = await twoAndTwo(scene, "wo");
  const { client } = scene.coordinator;
  const pair = expectOk(await client.call("readRoundPair", { params: { ...round.params, requestId: salma } }));
  expect(pair).toMatchObject({
    revision: 1,
    row: {
      requestId: salma,
      mentorId: far.id,
      mentorPlace: 2,
      mentorsPossible: 2,
      marks: ["not_first_choice", "caution"],
    },
    request: { chosenName: "Salma", districtName: "Eicken" },
    mentor: { volunteerId: far.id, name: `${far.firstName} Fern`, capacity: 1 },
  });
  const [instead, ...others] = pair.otherMentors;
  expect(others).toEqual([]);
  expect(instead).toMatchObject({ requestId: salma, mentorId: near.id, cost: { counts: { moved: 2 } } });
  expect(instead?.cost.moved.map(({ chosenName }) => chosenName).toSorted()).toEqual(["Rania", "Salma"]);
  expect(pair.otherRequests).toMatchObject([{ requestId: rania, mentorId: far.id }]);
  expect(JSON.stringify(pair)).not.toMatch(/1512|rania@example/);
});

it("who stays unserved, why, and what would open a door; whom to recruit, also as a table", async () => {
  const circle = languageCircle(scene, "rom");
  await circle.mentor({ gender: "female" });
  const men = [];
  for (let index = 0; index < 3; index++) {
    const wishes = { mentorGender: "male" as const, mentorAgeBands: [], eveningOnly: false };
    men.push(await circle.asker({ chosenName: `Marko ${index}`, wishes }));
  }
  const { client } = scene.coordinator;
  const round = await makeRound(client, circle);
  const plan = await round.plan();
  expect(plan.unserved).toHaveLength(3);
  expect(plan.unserved[0]).toMatchObject({ because: "nobody_possible", possible: 0 });
  const requestId = men[0]?.requestId ?? "";
  const why = expectOk(await client.call("readRoundUnserved", { params: { ...round.params, requestId } }));
  expect(why.row.excluded).toContainEqual(expect.objectContaining({ code: "mentor_gender_wish", alone: 1 }));
  expect(why.doors[0]).toMatchObject({ side: "request", opens: "mentorGender", serves: true, moreMentors: 1 });
  expect(why.doors[0]?.change.newlyServed).toMatchObject([{ requestId }]);
  const paired = await client.call("readRoundPair", { params: { ...round.params, requestId } });
  expect(refusalOf(paired)).toBe("not_found");

  const recruit = expectOk(await client.call("readRoundRecruitment", { params: round.params }));
  expect(recruit.groups[0]).toMatchObject({ language: "rom", gender: "male" });
  expect(recruit.together.tandems).toBeGreaterThan(0);
  for (const format of ["csv", "xlsx"] as const) {
    const file = await client.call("downloadRoundRecruitment", { params: round.params, query: { format } });
    expect(file.raw.headers["content-disposition"]).toContain(`gesuchte-mentoren-2026-11-02.${format}`);
    if (format === "xlsx") continue;
    const text = file.raw.body;
    expect(text).toContain("Gesucht;Sprache;Nahe bei;Geschlecht;Alter;Zeit;Tandems dadurch");
    expect(text).toMatch(/Romanes|Romani/);
    expect(text).toContain("männlich");
    expect(text).not.toMatch(/Marko/);
  }
});

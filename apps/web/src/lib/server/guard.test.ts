import { describe, expect, it } from "vitest";
import { homeOf, safeReturnTo } from "./guard.ts";

describe("where somebody is sent back to after signing in", () => {
  it.each(["/team/anfragen?status=open", "/mein-ehrenamt", "/"])("a page of this site stays as it is: %s", (path) => {
    expect(safeReturnTo(path, "/start")).toBe(path);
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "team",
    "",
    null,
    undefined,
  ])("nobody is led to another site: %s", (value) => {
    expect(safeReturnTo(value, "/start")).toBe("/start");
  });
});

describe("where an account begins its day", () => {
  it("a coordinator who also mentors begins at the desk", () => {
    expect(homeOf(["volunteer", "coordinator"])).toBe("/team");
  });

  it("a trainer begins with the courses, a counsellor with the requests, a volunteer with their own page", () => {
    expect([homeOf(["trainer"]), homeOf(["counsellor"]), homeOf(["volunteer"])]).toEqual([
      "/kursleitung",
      "/team/anfragen",
      "/mein-ehrenamt",
    ]);
  });
});

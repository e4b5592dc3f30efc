import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EnvironmentError, readEnv, SETTINGS } from "@augenhoehe/api/env";

const example = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8");

test("the example file lists every setting, each with an explanation, and no other", () => {
  const lines = example.split("\n");
  const names = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect(names).toEqual(Object.keys(SETTINGS));
  for (const name of names) expect(lines[lines.findIndex((line) => line.startsWith(`${name}=`)) - 1]).toMatch(/^# \S/);
});

test("the values of the example file are the defaults", () => {
  const given = Object.fromEntries(
    example.split("\n").flatMap((line) => {
      const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
  expect(readEnv(given)).toEqual(readEnv({}));
});

test.each([
  ["PORT", { PORT: "http" }],
  ["PUBLIC_URL", { HOST: "0.0.0.0" }],
  ["PUBLIC_URL", { PUBLIC_URL: "https://a.example/path" }],
  ["DATABASE_URL", { DATABASE_URL: "mysql://a.example" }],
  ["DEMO", { DEMO: "perhaps" }],
  ["SMTP_URL", { SMTP_URL: "mail.example" }],
  ["MAIL_FROM", { SMTP_URL: "smtp://mail.example" }],
  ["MAIL_FROM", { MAIL_FROM: "a@b.example, c@d.example" }],
  ["SESSION_KEY", { SESSION_KEY: "short" }],
  ["ENCRYPTION_KEY", { ENCRYPTION_KEY: "short" }],
  ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
  ["TRUST_PROXY", { TRUST_PROXY: "everybody" }],
])("a wrong %s is named before anything starts", (name, source) => {
  expect(() => readEnv(source)).toThrow(EnvironmentError);
  expect(() => readEnv(source)).toThrow(new RegExp(`^  ${name}: `, "m"));
});

test.each([
  ["the embedded database on this machine", {}, true],
  ["a hosted database", { DATABASE_URL: "postgres://db.example/a" }, false],
  ["a public address", { HOST: "0.0.0.0", PUBLIC_URL: "https://a.example" }, false],
  ["a hosted database that asks for it", { DATABASE_URL: "postgres://db.example/a", DEMO: "true" }, true],
  ["this machine without wish for it", { DEMO: "false" }, false],
])("the demo on %s", (_where, source, demo) => {
  expect(readEnv(source).demo).toBe(demo);
});

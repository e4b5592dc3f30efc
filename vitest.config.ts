import { defineConfig } from "vitest/config";

const withDatabase = {
  globalSetup: ["tests/support/start-test-database.ts"],
  testTimeout: 20_000,
  hookTimeout: 60_000,
};
const project = (name: string, include: string[], rest: object = {}) => ({
  test: { name, include, environment: "node" as const, ...rest },
});

export default defineConfig({
  test: {
    reporters: ["default", "./tests/support/closing-line-reporter.ts"],
    projects: [
      project("unit", ["packages/**/src/**/*.test.ts", "apps/**/src/**/*.test.ts", "tests/bench/**/*.test.ts"]),
      project("api", ["tests/api/**/*.test.ts"], withDatabase),
      project("architecture", ["tests/architecture/**/*.test.ts"], withDatabase),
      project("faults", ["tests/faults/**/*.test.ts"], { ...withDatabase, testTimeout: 120_000, hookTimeout: 120_000 }),
      project("e2e", ["tests/e2e/**/*.test.ts"], { testTimeout: 120_000, hookTimeout: 180_000 }),
    ],
  },
});

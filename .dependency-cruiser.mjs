/** Who may import whom: the walls of architecture, checked at every build. */
export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(\\$app|\\$env|#lib/paraglide|\\./\\$types|@lucide/svelte/)" },
    },
    {
      name: "domain-imports-zod-and-itself",
      severity: "error",
      from: { path: "^packages/domain/src", pathNot: ["\\.test\\.ts$", "/test-support/"] },
      to: { pathNot: ["^packages/domain/src", "node_modules/zod/"] },
    },
    {
      name: "contract-imports-domain-and-zod",
      severity: "error",
      from: { path: "^packages/contract/src", pathNot: "\\.test\\.ts$" },
      to: { pathNot: ["^packages/(contract|domain)/src", "node_modules/zod/"] },
    },
    { name: "api-never-imports-web", severity: "error", from: { path: "^apps/api" }, to: { path: "^apps/web/src" } },
    { name: "web-never-imports-api", severity: "error", from: { path: "^apps/web" }, to: { path: "^apps/api" } },
    {
      name: "packages-never-import-apps",
      severity: "error",
      from: { path: "^packages" },
      to: { path: "^(apps|tests|drizzle)/" },
    },
    {
      name: "web-keeps-out-of-the-engine-room",
      severity: "error",
      from: { path: "^apps/web/src" },
      to: { path: "node_modules/(drizzle-orm|pg|pg-boss|fastify|@fastify/[^/]+|nodemailer)/" },
    },
    {
      name: "only-db-imports-the-database",
      severity: "error",
      from: { path: "^apps/api/src", pathNot: "^apps/api/src/(db|jobs)/" },
      to: { path: "node_modules/(drizzle-orm|pg)/" },
    },
    {
      name: "only-db-and-jobs-import-pg-boss",
      severity: "error",
      from: { path: "^apps/api/src", pathNot: "^apps/api/src/(db|jobs)/" },
      to: { path: "node_modules/pg-boss/" },
    },
    {
      name: "only-mail-imports-nodemailer",
      severity: "error",
      from: { path: "^apps/api/src", pathNot: "^apps/api/src/mail/" },
      to: { path: "node_modules/(@types/)?nodemailer/" },
    },
    {
      name: "routes-never-import-db",
      severity: "error",
      from: { path: "^apps/api/src/features/.+/routes\\.ts$" },
      to: { path: "^apps/api/src/db/" },
    },
    {
      name: "one-feature-never-imports-another",
      severity: "error",
      from: { path: "^apps/api/src/features/([^/]+)/" },
      to: { path: "^apps/api/src/features/", pathNot: "^apps/api/src/features/$1/" },
    },
    {
      name: "tests-are-imported-by-tests-only",
      severity: "error",
      from: { path: "^(apps|packages)", pathNot: "\\.test\\.ts$" },
      to: { path: ["^tests/", "\\.test\\.ts$"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.svelte-kit|build|paraglide|\\.missing)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types", "default"] },
  },
};

/** Shared by the build and by `compile-messages.ts`. The plugin comes from npm, never from a CDN. */
export const PARAGLIDE = {
  project: `${import.meta.dirname}/project.inlang`,
  outdir: `${import.meta.dirname}/src/lib/paraglide`,
  strategy: ["globalVariable", "baseLocale"] as ["globalVariable", "baseLocale"],
  emitReadme: false,
};

export * from "./locales.ts";
export * from "./people.ts";
export * from "./refusals.ts";
export * from "./volunteer.ts";
export * from "./week.ts";

export * from "./locales.ts";
export * from "./people.ts";
export * from "./refusals.ts";
export * from "./request.ts";
export * from "./tandem.ts";
export * from "./proposal.ts";
export * from "./volunteer.ts";
export * from "./week.ts";

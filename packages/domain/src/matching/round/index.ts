export * from "./explanation-types.ts";
export * from "./round-edit.ts";
export * from "./round-settings.ts";
export * from "./types.ts";

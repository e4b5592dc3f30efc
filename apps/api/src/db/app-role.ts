/** The role requests run as: neither owner nor superuser, so that row-level security holds. */
export const APP_ROLE = "augenhoehe_app";

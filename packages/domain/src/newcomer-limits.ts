/** How long an unfinished request is kept for its author; then it is deleted. Told on the first screen. */
export const DRAFT_KEPT_HOURS = 24;

/** Without a sign of life for so long, a newcomer's own page closes: phones are shared. */
export const NEWCOMER_IDLE_MINUTES = 20;

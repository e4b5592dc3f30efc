/** What is to be found: the highest total, or most people first, or most of every tenth person before that. */
export const TASKS = ["value", "served-first", "priority-first"] as const;
export type Task = (typeof TASKS)[number];

export const isPrioritised = (request: number): boolean => request % 10 === 0;

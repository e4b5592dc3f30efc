export { AssignmentProblemError } from "./check-problem.ts";
export type { AssignmentProblemCode } from "./check-problem.ts";
export { LiveAssignment } from "./live-assignment.ts";
export type { Candidate, LiveOptions } from "./live-assignment.ts";
export * from "./problem.ts";
export { solveAssignment } from "./solve-assignment.ts";
export { verifyAssignment } from "./verify-assignment.ts";
export type { AssignmentFlaw, AssignmentVerdict, ClaimedSolution } from "./verify-assignment.ts";

import type { FieldIssue } from "@augenhoehe/contract";

/** Input that was not understood, told field by field: answered with 400. */
export class InputError extends Error {
  readonly issues: FieldIssue[];

  constructor(issues: FieldIssue[]) {
    super("invalid_input");
    this.name = "InputError";
    this.issues = issues;
  }
}

/** Goes on where there is nothing to say. */
export function refuseInput(issues: FieldIssue[]): void {
  if (issues.length > 0) throw new InputError(issues);
}

import type { FieldIssue } from "@augenhoehe/contract";
import type { z } from "zod";

const CODE = /^[a-z][a-z0-9_]*$/;
const FORMAT_CODES: Readonly<Record<string, string>> = {
  email: "invalid_email",
  date: "invalid_date",
  datetime: "invalid_date",
  time: "invalid_date",
};

/** Zod's findings as stable codes with the numbers a sentence needs; the web has a sentence for each code. */
export function fieldIssues(error: z.ZodError): FieldIssue[] {
  return error.issues.flatMap((issue) => toFieldIssues(issue, []));
}

function toFieldIssues(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): FieldIssue[] {
  const at = [...above, ...issue.path];
  const path = at.map(String).join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: [...at, key].map(String).join("."), code: "unknown_field" }));
    case "invalid_union": {
      const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0];
      if (closest === undefined) return [{ path, code: "invalid_choice" }];
      return closest.flatMap((inner) => toFieldIssues(inner, at));
    }
    case "too_small":
      return [{ path, ...tooSmall(issue) }];
    case "too_big": {
      const code = isCounted(issue.origin) ? "too_long" : "too_big";
      return [{ path, code, facts: { max: Number(issue.maximum) } }];
    }
    default:
      return [{ path, code: ownCode(issue) ?? plainCode(issue) }];
  }
}

const isCounted = (origin: string) => origin === "string" || origin === "array" || origin === "set";

function tooSmall(issue: z.core.$ZodIssueTooSmall): { code: string; facts?: { min: number } } {
  const own = ownCode(issue);
  if (own !== undefined) return { code: own };
  const min = Number(issue.minimum);
  if (!isCounted(issue.origin)) return { code: "too_small", facts: { min } };
  return min === 1 ? { code: "required" } : { code: "too_short", facts: { min } };
}

/** A schema that says `"required"` or another code instead of a message means that code. */
const ownCode = (issue: z.core.$ZodIssue): string | undefined => (CODE.test(issue.message) ? issue.message : undefined);

function plainCode(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null || issue.input === "") return "required";
      return issue.expected === "number" || issue.expected === "int" ? "not_a_number" : "invalid_format";
    case "invalid_format":
      return FORMAT_CODES[issue.format] ?? "invalid_format";
    case "invalid_value":
      return issue.input === undefined || issue.input === "" ? "required" : "invalid_choice";
    case "not_multiple_of":
      return "invalid_format";
    default:
      return "invalid_choice";
  }
}

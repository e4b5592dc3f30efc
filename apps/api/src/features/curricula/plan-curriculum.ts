import type { CurriculumInput, FieldIssue } from "@augenhoehe/contract";
import { unknownPlaceholders, type PlannedModule } from "@augenhoehe/domain";
import { InputError } from "../../http/input-error.ts";

/** What was typed as columns and modules, or what is wrong with it, field by field. */
export function planCurriculum(input: CurriculumInput) {
  const issues = [...moduleIssues(input), ...termIssues(input)];
  if (issues.length > 0) throw new InputError(issues);
  const { modules, topic, ...terms } = input;
  return {
    terms: { ...terms, topicKey: input.purpose === "top_up" ? topic : null },
    modules: modules.map(({ units, ...module }): PlannedModule => ({
      ...module,
      hours: (units * input.unitMinutes) / 60,
    })),
  };
}

function moduleIssues({ modules }: CurriculumInput): FieldIssue[] {
  const sameAsBefore = (index: number, of: (module: (typeof modules)[number]) => string | null) => {
    const module = modules[index];
    const value = module && of(module);
    return value !== null && modules.slice(0, index).some((other) => of(other) === value);
  };
  return modules.flatMap((_, index) => [
    ...(sameAsBefore(index, ({ key }) => key) ? [{ path: `modules.${index}.key`, code: "duplicate" }] : []),
    ...(sameAsBefore(index, ({ title }) => title.toLowerCase())
      ? [{ path: `modules.${index}.title`, code: "duplicate" }]
      : []),
  ]);
}

function termIssues({ certificateText, modules, minHoursPercent }: CurriculumInput): FieldIssue[] {
  const [unknown] = unknownPlaceholders(certificateText);
  const asksForNothing = minHoursPercent === 0 && !modules.some(({ compulsory }) => compulsory);
  return [
    ...(unknown === undefined
      ? []
      : [{ path: "certificateText", code: "unknown_placeholder", facts: { placeholder: unknown } }]),
    ...(asksForNothing ? [{ path: "minHoursPercent", code: "nothing_required" }] : []),
  ];
}

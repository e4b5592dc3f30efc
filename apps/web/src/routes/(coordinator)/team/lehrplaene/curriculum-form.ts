import { CURRICULUM_PURPOSES, TOP_UP_TOPICS, UNIT_MINUTES } from "@augenhoehe/domain";
import type { CurriculumDetail, CurriculumInput } from "@augenhoehe/contract";
import type { FormFailure } from "#lib/forms/kept.ts";
import { m } from "#lib/paraglide/messages.js";
import type { SubmittedForm } from "#lib/server/form.ts";
import { MODULE_ROWS_MAX, type ModuleRow } from "./module-row.ts";
import { MODULE_LANGUAGES } from "./curriculum-words.ts";

/** What `CurriculumForm` sent, as the api takes it. */
export const readCurriculumForm = (form: SubmittedForm): CurriculumInput => ({
  title: form.text("title"),
  purpose: form.choice("purpose", CURRICULUM_PURPOSES) ?? "course",
  topic: form.choice("topic", TOP_UP_TOPICS),
  unitMinutes: UNIT_MINUTES.find((minutes) => String(minutes) === form.text("unitMinutes")) ?? 60,
  minHoursPercent: form.number("minHoursPercent") ?? Number.NaN,
  validityMonths: form.number("validityMonths"),
  certificateText: form.text("certificateText"),
  modules: readRows(form).map(({ row: _, key, units, compulsory, ...module }) => ({
    ...module,
    key: key === "" ? null : key,
    units: units === "" ? Number.NaN : Number(units.replace(",", ".")),
    language: MODULE_LANGUAGES.find((known) => known === module.language) ?? "de",
    compulsory,
  })),
});

function readRows(form: SubmittedForm): ModuleRow[] {
  const count = Math.min(MODULE_ROWS_MAX, form.number("rows") ?? 0);
  return Array.from({ length: count }, (_, index) => {
    const text = (field: string) => form.text(`modules.${index}.${field}`);
    return {
      row: text("row"),
      key: text("key"),
      title: text("title"),
      topics: text("topics"),
      units: text("units"),
      language: text("language"),
      compulsory: form.flag(`modules.${index}.compulsory`),
    };
  });
}

/** The same form with everything typed and its rows changed; nothing is checked, nothing is saved. */
function withRows(form: SubmittedForm, change: (rows: ModuleRow[]) => ModuleRow[]): FormFailure {
  const others = Object.entries(form.values).filter(([name]) => !/^(?:rows$|modules\.\d)/.test(name));
  const rows = change(readRows(form));
  const typed = rows.flatMap(({ compulsory, ...texts }, index) => [
    ...Object.entries(texts).map(([field, value]) => [`modules.${index}.${field}`, value] as const),
    ...(compulsory ? [[`modules.${index}.compulsory`, "yes"] as const] : []),
  ]);
  return {
    values: { ...Object.fromEntries([...others, ...typed]), rows: String(rows.length) },
    errors: {},
    notice: null,
  };
}

/** Rows are told apart by a name of their own, so that what is typed moves with its row. */
const freshRow = (rows: readonly ModuleRow[]): string =>
  `neu-${1 + Math.max(0, ...rows.map(({ row }) => Number(/^neu-(\d+)$/.exec(row)?.[1] ?? 0)))}`;

export const addRow = (form: SubmittedForm): FormFailure =>
  withRows(form, (rows) =>
    rows.length >= MODULE_ROWS_MAX
      ? rows
      : [
          ...rows,
          { row: freshRow(rows), key: "", title: "", topics: "", units: "2", language: "de", compulsory: true },
        ],
  );

export const removeRow = (form: SubmittedForm): FormFailure =>
  withRows(form, (rows) => rows.filter(({ row }) => row !== form.text("at")));

export const moveRow = (form: SubmittedForm, by: -1 | 1): FormFailure =>
  withRows(form, (rows) => {
    const from = rows.findIndex(({ row }) => row === form.text("at"));
    const [moved, other] = [rows[from], rows[from + by]];
    if (moved === undefined || other === undefined) return rows;
    return rows.with(from, other).with(from + by, moved);
  });

/** A module that was taken out, now or earlier, stands at the end again. */
export const takeBackRow = (form: SubmittedForm, detail: CurriculumDetail): FormFailure =>
  withRows(form, (rows) => {
    const module = [...detail.modules, ...detail.retiredModules].find(({ key }) => key === form.text("at"));
    const isThere = module === undefined || rows.some(({ key }) => key === module.key);
    return isThere ? rows : [...rows, rowOf(module, detail.unitMinutes)];
  });

export const rowOf = (
  { key, title, topics, hours, language, compulsory }: CurriculumDetail["modules"][number],
  unitMinutes: number,
): ModuleRow => ({
  row: key,
  key,
  title,
  topics,
  units: String(Math.round((hours * 60 * 100) / unitMinutes) / 100),
  language,
  compulsory,
});

export function curriculumLabels(): Record<string, string> {
  const ofRows = Array.from({ length: MODULE_ROWS_MAX }, (_, index) => {
    const module = m.curricula_module_number({ number: index + 1 });
    return [
      [`modules.${index}.title`, `${module}: ${m.curricula_field_module_title()}`],
      [`modules.${index}.topics`, `${module}: ${m.curricula_field_topics()}`],
      [`modules.${index}.units`, `${module}: ${m.curricula_field_units()}`],
    ];
  });
  return {
    title: m.curricula_field_title(),
    minHoursPercent: m.curricula_field_min_hours(),
    validityMonths: m.curricula_field_validity(),
    certificateText: m.curricula_field_wording(),
    modules: m.curricula_modules_title(),
    ...Object.fromEntries(ofRows.flat()),
  };
}

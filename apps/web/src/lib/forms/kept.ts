/** What was typed, as the browser sent it; a name sent more than once keeps all its values. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;

/** What a form action answers when it did not succeed. */
export interface FormFailure {
  readonly values: TypedValues;
  /** Sentence per field, by field name. */
  readonly errors: Readonly<Record<string, string>>;
  /** What concerns the form as a whole: a refusal, or "try again later". */
  readonly notice: string | null;
}

/** Reads a failed form back into its fields: typed values win over stored ones, errors stand at their field. */
export interface Kept {
  readonly failed: boolean;
  readonly notice: string | null;
  readonly errors: Readonly<Record<string, string>>;
  /** Something was typed before (also after a change of language, without any error). */
  readonly typed: boolean;
  text(name: string, stored?: string | number | null): string;
  list(name: string, stored?: readonly string[]): readonly string[];
  flag(name: string, stored?: boolean): boolean;
  /** The error of `name`, or of the first part of it (`languages` finds `languages.1.level`). */
  error(name: string): string | undefined;
}

/** Pass the page's `form` prop. It is `unknown` because the actions of a page may answer in several shapes. */
export function keep(form: unknown): Kept {
  const failure = isFormFailure(form) ? form : undefined;
  const values = failure?.values;
  const errors = failure?.errors ?? {};
  return {
    failed: failure !== undefined && (failure.notice !== null || Object.keys(errors).length > 0),
    notice: failure?.notice ?? null,
    errors,
    typed: values !== undefined,
    text(name, stored = "") {
      const value = values?.[name];
      if (values === undefined) return stored === null ? "" : String(stored);
      return typeof value === "string" ? value : (value?.[0] ?? "");
    },
    list(name, stored = []) {
      if (values === undefined) return stored;
      const value = values[name];
      return value === undefined ? [] : typeof value === "string" ? [value] : value;
    },
    flag: (name, stored = false) => (values === undefined ? stored : values[name] !== undefined),
    error: (name) => errors[name] ?? Object.entries(errors).find(([path]) => path.startsWith(`${name}.`))?.[1],
  };
}

function isFormFailure(form: unknown): form is FormFailure {
  return typeof form === "object" && form !== null && "values" in form && "errors" in form && "notice" in form;
}

/** The id of a field's control, for labels and the error summary. */
export const fieldId = (name: string): string => `field-${name.replaceAll(/[^\w-]/g, "-")}`;

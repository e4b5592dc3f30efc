const MARKS = ["present", "absent", "unmarked"] as const;

/** What is entered for one person. */
export interface MarkValue {
  readonly mark: (typeof MARKS)[number];
  readonly late: number;
  readonly early: number;
}

export type TypedMark = MarkValue & { readonly volunteer: string };

/** What a button of the list carries: who, what, and minutes late and early. */
export const buttonValue = (volunteer: string, { mark, late, early }: MarkValue): string =>
  [volunteer, mark, late, early].join(":");

/** None where a value was tampered with. One button may carry several. */
export const readButton = (value: string): TypedMark[] => value.split(" ").flatMap(readOne);

function readOne(value: string): TypedMark[] {
  const [volunteer = "", word, late = "0", early = "0"] = value.split(":");
  const mark = MARKS.find((allowed) => allowed === word);
  return mark === undefined ? [] : [{ volunteer, mark, late: Number(late), early: Number(early) }];
}

/** The marks a form carries: of buttons that say all, and of typed minutes beside a button that says whom. */
export function readMarks(form: { list(name: string): readonly string[]; text(name: string): string }): TypedMark[] {
  const minutes = (name: string) => (form.text(name) === "" ? 0 : Number(form.text(name)));
  const tapped = form.list("mark").flatMap(readButton);
  const typed = form.list("minutes").map((volunteer) => ({
    volunteer,
    mark: "present" as const,
    late: minutes(`late.${volunteer}`),
    early: minutes(`early.${volunteer}`),
  }));
  return [...tapped, ...typed];
}

export const isSameMark = (a: MarkValue, b: MarkValue): boolean =>
  a.mark === b.mark && a.late === b.late && a.early === b.early;

export const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString();

import type { CurriculumInput } from "@augenhoehe/contract";

/** A course of two modules of two hours; whatever is given counts instead. */
export const curriculumInput = (given: Partial<CurriculumInput> = {}): CurriculumInput => ({
  title: "Kurs am Wochenende",
  purpose: "course",
  topic: null,
  unitMinutes: 60,
  minHoursPercent: 75,
  validityMonths: null,
  certificateText: "",
  modules: [moduleInput("Ankommen"), moduleInput("Begleiten")],
  ...given,
});

/** A new module unless a key is given. */
export const moduleInput = (
  title: string,
  given: Partial<CurriculumInput["modules"][number]> = {},
): CurriculumInput["modules"][number] => ({
  key: null,
  title,
  topics: "",
  units: 2,
  language: "de",
  compulsory: true,
  ...given,
});

import type { Locale } from "../locales.ts";

/** A course that ends in the certificate, or a single module after it. */
export const CURRICULUM_PURPOSES = ["course", "top_up"] as const;
export type CurriculumPurpose = (typeof CURRICULUM_PURPOSES)[number];

/** Length of one teaching unit: an hour, or a school lesson. */
export const UNIT_MINUTES = [60, 45] as const;
export type UnitMinutes = (typeof UNIT_MINUTES)[number];

/** One module of a curriculum: one session of a course, or made up in a later course of the same curriculum. */
export interface CurriculumModule {
  readonly key: string;
  readonly title: string;
  readonly topics: string;
  /** Clock hours. */
  readonly hours: number;
  /** The language it is held in. */
  readonly language: Locale;
  /** Without it there is no certificate; the hours of the others count all the same. */
  readonly compulsory: boolean;
}

export interface Curriculum {
  readonly title: string;
  readonly modules: readonly CurriculumModule[];
  /** Share of all hours, 0 to 100, that must have been attended, besides every compulsory module. */
  readonly minHoursPercent: number;
}

/**
 * Four sessions of about two hours. Stadt Dorsten names the first three themes for its four days; the fourth follows
 * the curricula of Hessen and Hannover. A network may change it.
 */
export const DEFAULT_CURRICULUM: Curriculum = {
  title: "Basiskurs für Mentor:innen",
  minHoursPercent: 75,
  modules: [
    {
      key: "city_administration",
      title: "Aufgaben der Stadtverwaltung für Geflüchtete",
      topics:
        "Wer ist wofür zuständig: Ausländerbehörde, Sozialamt, Jobcenter, Jugendamt, Schulamt. Wege, Fristen, Termine. Vollmacht und Begleitung zum Amt.",
      hours: 2,
      language: "de",
      compulsory: true,
    },
    {
      key: "social_security",
      title: "Soziale Sicherung für Geflüchtete",
      topics:
        "Leistungen zum Leben, Wohnen und Gesundheit im Überblick. Bescheide lesen. Was Mentor:innen tun dürfen und wo Rechtsberatung beginnt (§ 6 RDG). Beratungsstellen vor Ort.",
      hours: 2,
      language: "de",
      compulsory: true,
    },
    {
      key: "intercultural_competence",
      title: "Interkulturelle Kompetenz",
      topics:
        "Eigene Bilder und Erwartungen. Gespräche auf Augenhöhe, auch mit Dolmetscher:in. Missverständnisse klären. Umgang mit belastenden Geschichten.",
      hours: 2,
      language: "de",
      compulsory: true,
    },
    {
      key: "role_and_limits",
      title: "Rolle, Grenzen, Datenschutz und Praxis",
      topics:
        "Nähe und Abstand. Verschwiegenheit und Datenschutz. Kinderschutz und Versicherung. Das erste Treffen, das Ende eines Tandems, Stammtisch und Ansprechpersonen.",
      hours: 2,
      language: "de",
      compulsory: true,
    },
  ],
};

export const curriculumHours = (curriculum: Curriculum): number =>
  curriculum.modules.reduce((hours, module) => hours + module.hours, 0);

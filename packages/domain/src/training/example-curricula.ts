import type { Curriculum, CurriculumPurpose, UnitMinutes } from "./curriculum.ts";
import type { TopUpTopic } from "./top-up.ts";

/** A curriculum to begin with: taken over with one click, changed at will. */
export interface ExampleCurriculum extends Curriculum {
  readonly key: string;
  readonly purpose: CurriculumPurpose;
  readonly topic: TopUpTopic | null;
  readonly unitMinutes: UnitMinutes;
}

const lesson = (units: number): number => (units * 45) / 60;

const module = (key: string, title: string, hours: number, topics: string) =>
  ({ key, title, topics, hours, language: "de", compulsory: true }) as const;

/** In the shape of Hessen's qualification: eight modules, 24 lessons of 45 minutes. */
const EIGHT_MODULES: ExampleCurriculum = {
  key: "eight_modules",
  title: "Lots:innen-Kurs mit acht Modulen",
  purpose: "course",
  topic: null,
  unitMinutes: 45,
  minHoursPercent: 80,
  modules: [
    module(
      "role_and_motivation",
      "Meine Rolle und warum ich das mache",
      lesson(3),
      "Was Lots:innen tun und was nicht. Eigene Beweggründe und Erwartungen. Zeit, Rahmen und Ansprechpersonen im Netzwerk.",
    ),
    module(
      "intercultural_competence",
      "Interkulturelle Kompetenz",
      lesson(3),
      "Eigene Bilder erkennen. Gespräche auf Augenhöhe. Missverständnisse klären, ohne jemanden festzulegen. Diskriminierung ansprechen.",
    ),
    module(
      "asylum_and_residence",
      "Asyl und Aufenthalt im Überblick",
      lesson(3),
      "Wie ein Verfahren abläuft und wer es begleitet. Warum Mentor:innen nicht nach dem Aufenthalt fragen. Wo Rechtsberatung beginnt (§ 6 RDG) und wer sie leistet.",
    ),
    module(
      "authorities_and_social_services",
      "Ämter und soziale Leistungen",
      lesson(3),
      "Wer ist wofür zuständig: Sozialamt, Jobcenter, Jugendamt, Schulamt. Termine vorbereiten, Bescheide und Fristen verstehen, Begleitung mit Vollmacht.",
    ),
    module(
      "language_and_interpreters",
      "Sprache und Dolmetschen",
      lesson(3),
      "Einfach sprechen, ohne klein zu machen. Sprachkurse und Sprachtreffs vor Ort. Mit Dolmetscher:innen arbeiten; warum Kinder nicht übersetzen.",
    ),
    module(
      "health_and_trauma",
      "Gesundheit und Trauma",
      lesson(3),
      "Arzt, Krankenkasse, Notfall. Belastung erkennen, zuhören und nicht nachbohren. Beratungsstellen kennen. Gut für sich selbst sorgen.",
    ),
    module(
      "child_protection_and_limits",
      "Kinderschutz und Grenzen",
      lesson(3),
      "Nähe und Abstand. Anzeichen ernst nehmen und wissen, wen man anruft. Verschwiegenheit, Datenschutz und Versicherung.",
    ),
    module(
      "practice_and_reflection",
      "Praxis und Rückblick",
      lesson(3),
      "Das erste Treffen und das Ende eines Tandems an Beispielen. Austausch beim Stammtisch. Was ich mitnehme und was ich noch brauche.",
    ),
  ],
};

const topUp = (topic: TopUpTopic, title: string, hours: number, topics: string): ExampleCurriculum => ({
  key: topic,
  title,
  purpose: "top_up",
  topic,
  unitMinutes: 60,
  minHoursPercent: 100,
  modules: [module(topic, title, hours, topics)],
});

export const EXAMPLE_CURRICULA: readonly ExampleCurriculum[] = [
  EIGHT_MODULES,
  topUp(
    "trauma",
    "Trauma verstehen",
    3,
    "Was Belastung mit Menschen macht. Stabil bleiben und Sicherheit geben. Was hilft, was schadet, wohin wir weiterleiten. Eigene Kraft behalten.",
  ),
  topUp(
    "office_language",
    "Behördensprache leicht gemacht",
    2,
    "Briefe und Bescheide lesen: Fristen, Widerspruch, Mitwirkung. Amtsdeutsch in einfache Sätze übertragen. Üben an erfundenen Beispielen.",
  ),
  topUp(
    "boundaries",
    "Nähe und Distanz",
    2,
    "Eigene Grenzen spüren und aussprechen. Geschenke, Geld, Nachrichten am Abend. Ein Tandem gut beenden.",
  ),
];

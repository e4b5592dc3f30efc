import type { RequestAnswers } from "@augenhoehe/contract";
import type { LanguageCode } from "@augenhoehe/domain";
import { makeRound } from "./make-round.ts";
import type { CLARIFIED, MatchingScene, SceneMentor } from "./matching-scene.ts";
import type { NewVolunteer } from "./make-volunteer.ts";
import type { Asker } from "./newcomer.ts";

/** People who share a language with each other and with nobody else in the scene: a round of their own. */
export interface LanguageCircle {
  readonly filter: { readonly languages: LanguageCode[] };
  asker(answers?: Partial<RequestAnswers>, clarified?: Partial<typeof CLARIFIED>): Promise<Asker>;
  mentor(changes?: Partial<NewVolunteer>): Promise<SceneMentor>;
}

export const languageCircle = (scene: MatchingScene, code: LanguageCode): LanguageCircle => ({
  filter: { languages: [code] },
  asker: (answers, clarified) => scene.openRequest({ languages: [{ code, level: "native" }], ...answers }, clarified),
  mentor: (changes) =>
    scene.mentor({
      languages: [
        { code: "de", level: "native" },
        { code, level: "fluent" },
      ],
      ...changes,
    }),
});

/** Two who wait and two mentors, the near one better for both: Rania, who would get them, and Salma. */
export async function twoAndTwo(scene: MatchingScene, code: LanguageCode) {
  const circle = languageCircle(scene, code);
  const [near, far] = [
    await circle.mentor({ lastName: "Nah" }),
    await circle.mentor({ lastName: "Fern", district: "rheydt" }),
  ];
  const rania = await circle.asker({ reachKm: null });
  const salma = await circle.asker({ chosenName: "Salma", reachKm: null, interests: [], topics: ["offices"] });
  const round = await makeRound(scene.coordinator.client, circle);
  return { circle, near, far, rania: rania.requestId, salma: salma.requestId, round };
}

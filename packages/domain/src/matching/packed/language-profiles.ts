import type { SpokenLanguage } from "../../people.ts";
import { bridge, fitOfShared, languageGroup, withSecond } from "../language-fit.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import { excludedIf } from "./excluded-points.ts";
import { Vocabulary } from "./vocabulary.ts";

/**
 * Mentors who speak the same languages equally well share one profile: languages are weighed once per profile, not
 * once per mentor.
 */
export class LanguageProfiles {
  readonly #spoken = new Vocabulary();
  readonly #languages: SpokenLanguage[] = [];
  readonly #groups = new Vocabulary();
  readonly #groupOf: number[] = [];
  readonly #spokenOfGroup: number[][] = [];
  readonly #profiles = new Vocabulary();
  /** By the languages as somebody listed them: most lists were seen before. */
  readonly #profileOfList = new Map<string, number>();
  /** The languages of profile p stand at starts[p] … starts[p + 1]. */
  readonly #starts = [0];
  readonly #items: number[] = [];

  get count(): number {
    return this.#profiles.words.length;
  }

  /** The same number for the same languages, in whatever order and however often they are named. */
  add(languages: readonly SpokenLanguage[]): number {
    let list = "";
    for (const { code, level } of languages) list += `${code}/${level} `;
    const known = this.#profileOfList.get(list);
    if (known !== undefined) return known;
    const profile = this.#addNew(languages);
    this.#profileOfList.set(list, profile);
    return profile;
  }

  #addNew(languages: readonly SpokenLanguage[]): number {
    const spoken = [...new Set(languages.map((language) => this.#addSpoken(language)))].sort((a, b) => a - b);
    const before = this.count;
    const profile = this.#profiles.add(spoken.join());
    if (profile === before) {
      this.#items.push(...spoken);
      this.#starts.push(this.#items.length);
    }
    return profile;
  }

  #addSpoken(language: SpokenLanguage): number {
    const { code, level } = language;
    const spoken = this.#spoken.add(`${code}/${level}`);
    if (spoken < this.#languages.length) return spoken;
    const group = this.#groups.add(languageGroup(code));
    this.#languages.push(language);
    this.#groupOf.push(group);
    (this.#spokenOfGroup[group] ??= []).push(spoken);
    return spoken;
  }

  /** Weighted fit per profile. */
  weigh({ request, germanInFull, context: { weights } }: PreparedRequest): Int32Array {
    const fitOf = this.#fitOfSpoken(request.languages, germanInFull);
    const points = new Int32Array(this.count);
    const { interpreterAgreed } = request;
    for (let profile = 0; profile < points.length; profile++) {
      const [from, to] = [this.#starts[profile]!, this.#starts[profile + 1]!];
      const shared = this.#shared(fitOf, from, to);
      const isUnknown = from === to || request.languages.length === 0;
      const weighted = fitOfShared(shared, isUnknown, interpreterAgreed) * weights.language;
      points[profile] = excludedIf(shared === 0 && !isUnknown && !interpreterAgreed, weighted);
    }
    return points;
  }

  #fitOfSpoken(asked: readonly SpokenLanguage[], germanInFull: boolean): Int32Array {
    const fits = new Int32Array(this.#languages.length);
    for (const one of asked) {
      const group = this.#groups.find(languageGroup(one.code));
      if (group === undefined) continue;
      for (const spoken of this.#spokenOfGroup[group] ?? []) {
        fits[spoken] = Math.max(fits[spoken]!, bridge(this.#languages[spoken]!, one, germanInFull));
      }
    }
    return fits;
  }

  /** As `sharedLanguageFit`: the best, and a tenth of the best of another group. */
  #shared(fitOf: Int32Array, from: number, to: number): number {
    let [best, second, bestGroup] = [0, 0, -1];
    for (let index = from; index < to; index++) {
      const spoken = this.#items[index]!;
      const fit = fitOf[spoken]!;
      if (fit === 0) continue;
      const group = this.#groupOf[spoken]!;
      if (fit > best) {
        if (group !== bestGroup) second = best;
        best = fit;
        bestGroup = group;
      } else if (group !== bestGroup && fit > second) {
        second = fit;
      }
    }
    return withSecond(best, second);
  }
}

import { fitOfTopics } from "../interests-fit.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Mentors who offer the same topics share one number. */
export class TopicSets {
  readonly #topics = new Vocabulary();
  readonly #sets = new Vocabulary();
  readonly #topicsOf: number[][] = [];
  /** By the topics as somebody listed them: most lists were seen before. */
  readonly #setOfList = new Map<string, number>();

  /** The same number in whatever order and however often topics are named. */
  add(topics: readonly string[]): number {
    const list = topics.join("\n");
    const known = this.#setOfList.get(list);
    if (known !== undefined) return known;
    const set = this.#addNew(topics);
    this.#setOfList.set(list, set);
    return set;
  }

  #addNew(topics: readonly string[]): number {
    const numbers = [...new Set(topics.map((topic) => this.#topics.add(topic)))].sort((a, b) => a - b);
    const set = this.#sets.add(numbers.join());
    if (set === this.#topicsOf.length) this.#topicsOf.push(numbers);
    return set;
  }

  /** Fit per number in ten-thousandths, not weighted: interests come on top before it is rounded. */
  weigh({ askedTopics }: PreparedRequest): Int32Array {
    const asked = new Uint8Array(this.#topics.words.length);
    for (const topic of askedTopics) {
      const number = this.#topics.find(topic);
      if (number !== undefined) asked[number] = 1;
    }
    return Int32Array.from(this.#topicsOf, (topics) => {
      let offered = 0;
      for (const topic of topics) offered += asked[topic]!;
      return fitOfTopics(offered, askedTopics.size);
    });
  }
}

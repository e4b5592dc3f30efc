/** Numbers words in the order they come; grows and never forgets, so a number stays valid. */
export class Vocabulary<Word = string> {
  readonly words: Word[] = [];
  readonly #numberOf = new Map<Word, number>();

  /** The number of a word, a new one if it was never seen. */
  add(word: Word): number {
    const known = this.#numberOf.get(word);
    if (known !== undefined) return known;
    this.#numberOf.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  find(word: Word): number | undefined {
    return this.#numberOf.get(word);
  }
}

/** How many 32-bit words hold one bit per vocabulary word; never 0. */
export const bitWords = (vocabulary: Vocabulary): number => Math.max(1, Math.ceil(vocabulary.words.length / 32));

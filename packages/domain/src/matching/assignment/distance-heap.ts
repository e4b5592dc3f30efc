/** A binary heap of numbered things by distance, the nearest first; among equals the lower number. */
export class DistanceHeap {
  readonly distance: Float64Array;
  readonly #heap: Int32Array;
  /** Where each thing stands in the heap, −1 when it does not. */
  readonly #at: Int32Array;
  size = 0;

  /** Room for the things 0 … `things` − 1. */
  constructor(things: number) {
    this.distance = new Float64Array(things).fill(Infinity);
    this.#heap = new Int32Array(things);
    this.#at = new Int32Array(things).fill(-1);
  }

  /** Puts a thing in, or brings it nearer. */
  bring(thing: number, distance: number): void {
    const heap = this.#heap;
    const at = this.#at;
    const distances = this.distance;
    let place = at[thing]!;
    if (place < 0) place = this.size++;
    distances[thing] = distance;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent]!;
      const gap = distances[above]!;
      if (gap < distance || (gap === distance && above < thing)) break;
      heap[place] = above;
      at[above] = place;
      place = parent;
    }
    heap[place] = thing;
    at[thing] = place;
  }

  /** The nearest thing, taken out; its distance stays readable. */
  takeNearest(): number {
    const heap = this.#heap;
    const at = this.#at;
    const distances = this.distance;
    const nearest = heap[0]!;
    at[nearest] = -1;
    const last = heap[--this.size]!;
    if (this.size === 0) return nearest;
    const distance = distances[last]!;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size) {
        const left = distances[heap[child]!]!;
        const right = distances[heap[child + 1]!]!;
        if (right < left || (right === left && heap[child + 1]! < heap[child]!)) child++;
      }
      const below = heap[child]!;
      const gap = distances[below]!;
      if (gap > distance || (gap === distance && below > last)) break;
      heap[place] = below;
      at[below] = place;
      place = child;
    }
    heap[place] = last;
    at[last] = place;
    return nearest;
  }

  /** Empties the heap; distances of things that are not in it stay as they are. */
  clear(): void {
    for (let place = 0; place < this.size; place++) this.#at[this.#heap[place]!] = -1;
    this.size = 0;
  }
}

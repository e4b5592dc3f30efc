/** A seeded stream of numbers in [0, 1): sfc32. The same seed gives the same benchmark everywhere. */
export function randomFrom(seed: number): () => number {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 0xb7e15162 | 0;
  const next = () => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + mixed) | 0;
    return (mixed >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 20; warmUp++) next();
  return next;
}

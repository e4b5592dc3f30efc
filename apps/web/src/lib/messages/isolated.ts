/** A name inside a sentence keeps its own direction and turns nothing around it: for text where no `<bdi>` can stand. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

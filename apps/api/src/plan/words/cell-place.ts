/** 0 is A, 25 is Z, 26 is AA: what a spreadsheet calls its columns. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

import { z } from "zod";
import type { Vault } from "../../vault.ts";

/** A list as it is kept between preview and taking over. */
const KeptCells = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
});
export type KeptCells = z.infer<typeof KeptCells>;

const placeOf = (importId: string) => ({ table: "imports", column: "cells_sealed", rowId: importId });

/** What was not read helps nobody once the list is taken over. */
export const withoutUnread = ({ columns, rows }: KeptCells, mapping: readonly (string | null)[]): KeptCells => ({
  columns,
  rows: rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, column) => ((mapping[column] ?? null) === null ? "" : cell)),
  })),
});

export const sealCells = (vault: Vault, importId: string, cells: KeptCells): string =>
  vault.seal(JSON.stringify(cells), placeOf(importId));

/** Null where the cells have been deleted meanwhile. */
export function openCells(vault: Vault, { id, cellsSealed }: { id: string; cellsSealed: string }): KeptCells | null {
  if (cellsSealed === "") return null;
  return KeptCells.parse(JSON.parse(vault.open(cellsSealed, placeOf(id))));
}

/** Long enough to correct a list and read it again, short enough that no second card index grows here. */
const CELLS_KEPT_DAYS = 30;

/** Lists read in before this are forgotten. */
export const forgetBefore = (now: Date): Date => new Date(now.getTime() - CELLS_KEPT_DAYS * 86_400_000);

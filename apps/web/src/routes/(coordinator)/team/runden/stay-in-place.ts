import { tick } from "svelte";
import { goto } from "$app/navigation";
import type { SubmitFunction } from "$app/forms";

const rowOf = (element: Element | null): HTMLElement | null => element?.closest<HTMLElement>("[data-row]") ?? null;

/**
 * Sends a form of a long page and stays where the reader is; what has changed is told by the page. Where the row moves
 * to another group, the focus goes to the one that takes its place, so that a list can be worked through with keys.
 */
export const stayInPlace: SubmitFunction = ({ formElement }) => {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const index = rows.findIndex((row) => row === rowOf(formElement));
  const next = index < 0 ? undefined : (rows[index + 1] ?? rows[index - 1])?.dataset["row"];
  return async ({ result, update }) => {
    if (result.type !== "redirect") return update({ reset: false, refreshAll: true });
    const target = new URL(result.location, location.href);
    const isHere = target.pathname === location.pathname;
    await goto(target, { reset: !isHere, refreshAll: true, replaceState: isHere });
    await tick();
    if (!isHere || next === undefined || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-row="${next}"] a`)?.focus({ preventScroll: true });
  };
};

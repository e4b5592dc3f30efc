import { goto } from "$app/navigation";
import type { SubmitFunction } from "$app/forms";

/** Sends a form of a long page and stays where the reader is; what has changed is told by the page. */
export const stayInPlace: SubmitFunction =
  () =>
  async ({ result, update }) => {
    if (result.type !== "redirect") return update({ reset: false, refreshAll: true });
    const target = new URL(result.location, location.href);
    const isHere = target.pathname === location.pathname;
    await goto(target, { reset: !isHere, refreshAll: true, replaceState: isHere });
  };

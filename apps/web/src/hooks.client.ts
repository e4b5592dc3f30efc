import { isPageLocale } from "#lib/locale.ts";
import { overwriteGetLocale } from "#lib/paraglide/runtime.js";

overwriteGetLocale(() => {
  const spoken = document.documentElement.lang;
  return isPageLocale(spoken) ? spoken : "de";
});

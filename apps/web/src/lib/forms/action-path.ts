/**
 * Address of a named action (`?/send`) of this page: the page's own parameters stay, so that it knows afterwards what
 * it was about; an earlier action and `lang` go.
 */
export function actionPath(action: string, search: string, lang?: string): string {
  const own = new URLSearchParams(action.slice(1));
  const kept = [...new URLSearchParams(search)].filter(
    ([name]) => name !== "lang" && !name.startsWith("/") && !own.has(name),
  );
  const params = new URLSearchParams(lang === undefined ? kept : [...kept, ["lang", lang]]).toString();
  return params === "" ? action : `${action}&${params}`;
}

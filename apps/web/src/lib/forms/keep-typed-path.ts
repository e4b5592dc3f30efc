/** Where a form is sent to come back as it is: this page with its parameters, in another language if told. */
export function keepTypedPath(search: string, lang?: string): string {
  const kept = [...new URLSearchParams(search)].filter(([name]) => name !== "lang" && !name.startsWith("/"));
  const params = new URLSearchParams(lang === undefined ? kept : [...kept, ["lang", lang]]).toString();
  return params === "" ? "?/keepTyped" : `?/keepTyped&${params}`;
}

/** Link to the same page with other parameters; `null` takes one away. */
export function withQuery(url: { readonly search: string }, changes: Readonly<Record<string, string | null>>): string {
  const params = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  return `?${params.toString()}`;
}

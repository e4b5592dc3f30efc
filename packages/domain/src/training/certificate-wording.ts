/** What the wording of a certificate may name, as people type it: `{stunden}`. The certificate is printed in German. */
export const CERTIFICATE_PLACEHOLDERS = ["name", "kurs", "stunden", "einheiten", "module", "beginn", "ende"] as const;
export type CertificatePlaceholder = (typeof CERTIFICATE_PLACEHOLDERS)[number];

const PLACEHOLDER = /\{([^{}]*)\}/g;

const placeholderOf = (text: string): CertificatePlaceholder | undefined =>
  CERTIFICATE_PLACEHOLDERS.find((known) => known === text.trim().toLowerCase());

/** Each one in words already: `stunden` is "8 Stunden", `beginn` a day. An unknown placeholder stays as it was typed. */
export const certificateWording = (template: string, words: Readonly<Record<CertificatePlaceholder, string>>): string =>
  template.replaceAll(PLACEHOLDER, (typed: string, inside: string) => {
    const placeholder = placeholderOf(inside);
    return placeholder === undefined ? typed : words[placeholder];
  });

/** What stands in braces and means nothing, as it was typed. */
export const unknownPlaceholders = (template: string): readonly string[] =>
  [...template.matchAll(PLACEHOLDER)].flatMap(([typed, inside = ""]) =>
    placeholderOf(inside) === undefined ? [typed] : [],
  );

const OBJECT = /(\d+) 0 obj\s([\s\S]*?)\sendobj/g;

/** The dictionaries of a PDF without object streams, as they are written: enough to look into what we set ourselves. */
export function pdfObjects(pdf: Uint8Array): string[] {
  const bodies = [...Buffer.from(pdf).toString("latin1").matchAll(OBJECT)].map(([, , body = ""]) => body);
  if (bodies.some((body) => /\/Type\s*\/ObjStm/.test(body))) throw new Error("Some objects lie in streams");
  return bodies.map((body) => body.split(/stream\r?\n/)[0] ?? "");
}

export const objectsOfType = (pdf: Uint8Array, type: string): string[] =>
  pdfObjects(pdf).filter((body) => new RegExp(`/Type\\s*/${type}\\b`).test(body));

import { hash, verify } from "@node-rs/argon2";

/** Argon2id with OWASP's second recommended setting. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), COST);

let dummyHash: Promise<string> | undefined;

/** Takes as long for an account without a password, or for no account at all, as for a real one. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await (dummyHash ??= hashPassword("nobody has this password")));
  const isRight = await verify(against, password.normalize("NFKC"));
  return isRight && stored !== null;
}

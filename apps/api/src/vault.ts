import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** The place a sealed text belongs to; it opens nowhere else. Names are those of SQL. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

export interface Vault {
  seal(plain: string, place: SealedPlace): string;
  open(sealed: string, place: SealedPlace): string;
  /** Keyed digest, 64 hexadecimal digits: finds a text again without keeping it. `purpose` keeps uses apart. */
  fingerprint(text: string, purpose: string): string;
}

const VERSION = "v1.";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const boundTo = ({ table, column, rowId }: SealedPlace) => Buffer.from(`${table}.${column}.${rowId}`);

/** AES-256-GCM with a key that never enters the database. Opening a text moved to another row or column throws. */
export function createVault(key: Buffer): Vault {
  const digestKey = Buffer.from(hkdfSync("sha256", key, "", "fingerprint", 32));
  return {
    seal(plain, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(boundTo(place));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
    },
    open(sealed, place) {
      if (!sealed.startsWith(VERSION)) throw new Error(`Unknown seal in ${place.table}.${place.column}`);
      const bytes = Buffer.from(sealed.slice(VERSION.length), "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(boundTo(place))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([body, decipher.final()]).toString("utf8");
    },
    fingerprint: (text, purpose) => createHmac("sha256", digestKey).update(`${purpose}:${text}`).digest("hex"),
  };
}

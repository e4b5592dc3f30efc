import { existsSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

const LOOPBACK_HOSTS = new Set(["127.0.0.1", "::1", "localhost"]);
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const emptyIsUnset = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);
const flag = z.stringbool({ truthy: ["true", "1", "yes"], falsy: ["false", "0", "no"] });
const key32 = z
  .string()
  .regex(/^[A-Za-z0-9+/_-]{43}=?$/, "must be 32 random bytes in base64")
  .transform((text) => Buffer.from(text, "base64"));
const plainAddress = z
  .string()
  .regex(/^[^\s,;:<>()[\]"\\@]+@[^\s,;:<>()[\]"\\@]+$/, "must be one plain e-mail address");
const isProxy = (entry: string) => entry === "loopback" || isIP(entry.split("/")[0] ?? "") !== 0;

/** Every setting, by the name it has in the environment. `.env.example` documents the same list. */
export const SETTINGS = {
  PORT: emptyIsUnset(z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: emptyIsUnset(z.string().default("127.0.0.1")),
  PUBLIC_URL: emptyIsUnset(z.url({ protocol: /^https?$/ }).optional()),
  DATA_DIR: emptyIsUnset(z.string().default(".data")),
  DATABASE_URL: emptyIsUnset(z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/ }).optional()),
  DEMO: emptyIsUnset(flag.optional()),
  SMTP_URL: emptyIsUnset(z.url({ protocol: /^smtps?$/, hostname: /.+/ }).optional()),
  MAIL_FROM: emptyIsUnset(plainAddress.optional()),
  SESSION_KEY: emptyIsUnset(key32.optional()),
  ENCRYPTION_KEY: emptyIsUnset(key32.optional()),
  LOG_LEVEL: emptyIsUnset(z.enum(LOG_LEVELS).default("info")),
  TRUST_PROXY: emptyIsUnset(
    z
      .string()
      .transform((text) => text.split(",").map((entry) => entry.trim()))
      .refine((entries) => entries.every(isProxy), "must list addresses of proxies, e.g. loopback,10.0.0.0/8")
      .optional(),
  ),
};

const Environment = z.object(SETTINGS).superRefine((env, context) => {
  const complain = (name: keyof typeof SETTINGS, message: string) =>
    context.addIssue({ code: "custom", path: [name], message });
  if (env.PUBLIC_URL === undefined && !LOOPBACK_HOSTS.has(env.HOST)) {
    complain("PUBLIC_URL", "is needed when HOST is not a loopback address, e.g. https://mentoring.example.org");
  }
  if (env.PUBLIC_URL !== undefined && new URL(env.PUBLIC_URL).pathname !== "/") {
    complain("PUBLIC_URL", "must be an origin without a path");
  }
  if (env.SMTP_URL !== undefined && env.MAIL_FROM === undefined) {
    complain("MAIL_FROM", "is needed when SMTP_URL is set");
  }
});

export interface Env {
  readonly port: number;
  readonly host: string;
  /** Unset only on a loopback host: pages are then served under any name of this machine. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly demo: boolean;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly sessionKey: Buffer | undefined;
  readonly encryptionKey: Buffer | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly trustProxy: string[] | undefined;
}

/** Something whoever runs the program can put right; its message is all they need. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** Settings may lie in a file `.env` where the program is started; what the environment says already wins. */
export function loadEnvFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/** The only reader of the environment. Throws one message that names each variable to correct. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = Environment.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new EnvironmentError(["Please correct these settings:", ...new Set(lines)].join("\n"));
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL === undefined ? undefined : new URL(env.PUBLIC_URL).origin,
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    demo: env.DEMO ?? (env.DATABASE_URL === undefined && LOOPBACK_HOSTS.has(env.HOST)),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? "no-reply@augenhoehe.invalid",
    sessionKey: env.SESSION_KEY,
    encryptionKey: env.ENCRYPTION_KEY,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
  };
}

/** Where a command was typed: npm runs its scripts in the folder of the package and says where it was called. */
export function readTerminalFolder(source: Record<string, string | undefined> = process.env): string {
  const isNpmScript = source["npm_lifecycle_event"] === "plan";
  return (isNpmScript ? source["INIT_CWD"] : undefined) ?? process.cwd();
}

/** Largest form a page accepts: an import of 10 MB with its other fields. */
const PAGE_BODY_LIMIT = "11M";

/** Settings of the pages' handler, which it reads from the environment when it is loaded. */
export function tellPages(headers: {
  readonly protocol: string;
  readonly host: string;
  readonly address: string;
}): void {
  process.env["PROTOCOL_HEADER"] = headers.protocol;
  process.env["HOST_HEADER"] = headers.host;
  process.env["ADDRESS_HEADER"] = headers.address;
  process.env["BODY_SIZE_LIMIT"] = PAGE_BODY_LIMIT;
}

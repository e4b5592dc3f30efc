import { z } from "zod";
import {
  AGE_BANDS,
  CHANNEL_KINDS,
  FOR_WHOM,
  GENDERS,
  LANGUAGE_CODES,
  LANGUAGE_LEVELS,
  LOCALES,
  REQUEST_KINDS,
  SLOTS,
} from "@augenhoehe/domain";

export const Id = z.uuid();
/** UTC instant, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime();
/** A day people can mean; others break calendars and cannot be stored. */
export const LocalDate = z.iso.date().refine(isInLivingMemory, "invalid_date");
/** Wall-clock time in the network's time zone, `YYYY-MM-DDTHH:mm`, as `<input type="datetime-local">` sends it. */
export const LocalDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: "invalid_date", abort: true })
  .refine((text) => isOnTheCalendar(text) && isInLivingMemory(text), "invalid_date");

/** 31 February and 25 o'clock are not. */
function isOnTheCalendar(text: string): boolean {
  const instant = new Date(`${text}Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

function isInLivingMemory(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year >= 1900 && year < 2200;
}

/** One line of text without control characters (so it can stand in a mail header or a file name). */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "required")
    .max(max)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, "invalid_format");
/** Text of several lines; control characters other than line breaks and tabs are refused. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, "invalid_format");

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "invalid_format")
  .max(60);
/** Key of a district, topic or interest inside a network. */
export const Key = z
  .string()
  .regex(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/, "invalid_format")
  .max(60);
/** One plain address: no commas, brackets or line breaks, lower-cased. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s,;:<>()[\]"\\\p{Cc}@]+@[^\s,;:<>()[\]"\\\p{Cc}@]+\.[^\s,;:<>()[\]"\\\p{Cc}@.]{2,}$/u, "invalid_email");
/** As typed; the api understands it with libphonenumber and answers `invalid_phone` otherwise. */
export const Phone = line(40);
export const Name = line(80);
export const LocaleCode = z.enum(LOCALES);

export const LanguageCode = z.enum(LANGUAGE_CODES);
export const SpokenLanguage = z.strictObject({ code: LanguageCode, level: z.enum(LANGUAGE_LEVELS) });
export const SpokenLanguages = z
  .array(SpokenLanguage)
  .max(10)
  .refine((list) => new Set(list.map((entry) => entry.code)).size === list.length, "duplicate");
/** Parts of the week; `null` means not told, which never excludes anybody. */
export const Slots = z.array(z.enum(SLOTS)).max(21).nullable();
export const Keys = z.array(Key).max(40);
export const Gender = z.enum(GENDERS);
export const AgeBand = z.enum(AGE_BANDS);
export const ForWhom = z.enum(FOR_WHOM);
export const RequestKind = z.enum(REQUEST_KINDS);
export const ReachKm = z.number().min(0.5).max(100).nullable();

/** A channel the other side released. */
export const ReleasedChannel = z.strictObject({ kind: z.enum(CHANNEL_KINDS), value: z.string() });

export const MentorWishes = z.strictObject({
  menteeGender: Gender.nullable(),
  menteeAgeBands: z.array(AgeBand),
  forWhom: z.array(ForWhom),
});
export const RequestWishes = z.strictObject({
  mentorGender: Gender.nullable(),
  mentorAgeBands: z.array(AgeBand),
  eveningOnly: z.boolean(),
});

/** Answer of a command that has nothing to tell but that it is done. */
export const Done = z.strictObject({ done: z.literal(true) });
export const Created = z.strictObject({ id: Id });
export const IdParams = z.strictObject({ id: Id });

/** Numbers in a query string arrive as text. */
export const PageQuery = { page: z.coerce.number().int().min(1).max(10_000).default(1) };
export const PAGE_SIZE = 50;
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), total: z.number().int(), page: z.number().int(), pageSize: z.number().int() });

/** Facts that fill a sentence: codes, counts and keys, never names. */
export const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

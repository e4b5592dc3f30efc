/**
 * What mentors and mentees have in common: both sides of a pairing have the same shape (languages, district, times,
 * interests, offers and wishes). Never asked, never stored: residence status, reason of flight, religion, ethnicity,
 * health diagnoses.
 */
export const LANGUAGE_CODES = [
  "de",
  "ar",
  "uk",
  "ru",
  "fa",
  "prs",
  "ps",
  "kmr",
  "ckb",
  "tr",
  "ti",
  "am",
  "so",
  "en",
  "fr",
  "es",
  "it",
  "pt",
  "pl",
  "ro",
  "bg",
  "sq",
  "sr",
  "hr",
  "bs",
  "mk",
  "el",
  "hu",
  "cs",
  "sk",
  "lt",
  "lv",
  "ka",
  "hy",
  "az",
  "rom",
  "ur",
  "hi",
  "pa",
  "bn",
  "ta",
  "ne",
  "zh",
  "vi",
  "th",
  "tl",
  "id",
  "ha",
  "yo",
  "ig",
  "sw",
  "ln",
  "wo",
  "ff",
  "bm",
  "om",
  "he",
  "nl",
  "da",
  "sv",
  "gsg",
] as const;
/** A spoken language: BCP 47 where there is a code; `gsg` is German Sign Language. */
export type LanguageCode = (typeof LANGUAGE_CODES)[number];

/** From weakest to strongest. */
export const LANGUAGE_LEVELS = ["basic", "conversational", "fluent", "native"] as const;
export type LanguageLevel = (typeof LANGUAGE_LEVELS)[number];

export interface SpokenLanguage {
  readonly code: LanguageCode;
  readonly level: LanguageLevel;
}

/** As far as somebody wants to say it; `null` means not told. */
export const GENDERS = ["female", "male", "diverse"] as const;
export type Gender = (typeof GENDERS)[number];

export const AGE_BANDS = ["under_18", "18_26", "27_39", "40_59", "60_plus"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** For whom the mentee asks. Everything but `self` may involve minors. */
export const FOR_WHOM = ["self", "with_child", "family", "group"] as const;
export type ForWhom = (typeof FOR_WHOM)[number];

export const REQUEST_KINDS = ["tandem", "accompaniment"] as const;
/** A long tandem, or company for one appointment. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const CHANNEL_KINDS = ["phone", "whatsapp", "sms", "email", "in_person", "via_contact_person"] as const;
/** A way to reach somebody; each is released to the other side separately. */
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Default topic keys: a network may add its own and retire these. */
export const DEFAULT_TOPICS = [
  "offices",
  "letters",
  "house_rules",
  "german_practice",
  "school_childcare",
  "work_training",
  "health_appointments",
  "leisure_meeting",
] as const;
/** The topic that makes German count in full. */
export const GERMAN_PRACTICE_TOPIC = "german_practice";

/** Default interest keys. */
export const DEFAULT_INTERESTS = [
  "cooking",
  "sports",
  "football",
  "music",
  "reading",
  "gardening",
  "handicraft",
  "sewing",
  "photography",
  "art",
  "cinema",
  "theatre",
  "walking",
  "cycling",
  "swimming",
  "chess",
  "board_games",
  "computers",
  "animals",
  "travel",
  "history",
  "nature",
  "dancing",
  "family_activities",
  "coffee_talk",
  "repairing",
] as const;

import type { ImportField, NetworkProfile, UnderstoodRow } from "@augenhoehe/contract";
import { DAY_PARTS, DAYS, type Slot } from "@augenhoehe/domain";
import {
  AGE_BAND_LABELS,
  DAY_PART_LABELS,
  DAY_SHORT_LABELS,
  FOR_WHOM_STAFF_LABELS,
  GENDER_LABELS,
  LEVEL_LABELS,
} from "#lib/messages/labels.ts";
import { termLabel } from "#lib/messages/term-label.ts";
import type { PageLocale } from "#lib/locale.ts";
import type { Formats } from "#lib/server/format.ts";
import { languageName } from "#lib/server/language-name.ts";

interface Reader {
  readonly network: NetworkProfile;
  readonly locale: PageLocale;
  readonly when: Formats;
}

/** What a cell was understood to say; null for fields whose words are taken as they stand. */
export function understoodWords(field: ImportField, row: UnderstoodRow, reader: Reader): string | null {
  const { network, locale, when } = reader;
  switch (field) {
    case "email":
      return row.email ?? "";
    case "phone":
      return row.phone ?? "";
    case "district":
      return row.districtName ?? "";
    case "languages":
      return when.list(
        row.languages.map(({ code, level }) => `${languageName(code, locale)} (${LEVEL_LABELS[level]()})`),
      );
    case "times":
      return timesInWords(row.slots ?? [], when);
    case "topics":
      return when.list(row.topics.map((key) => termLabel(key, network.topics)));
    case "interests":
      return when.list(row.interests.map((key) => termLabel(key, network.interests)));
    case "gender":
      return row.gender === null ? "" : GENDER_LABELS[row.gender]();
    case "age":
      return row.ageBand === null ? "" : AGE_BAND_LABELS[row.ageBand]();
    case "reachKm":
      return row.reachKm === null ? "" : when.number(row.reachKm);
    case "capacity":
      return row.capacity === null ? "" : when.number(row.capacity);
    case "menteeGender":
    case "mentorGender":
      return row.wishedGender === null ? null : GENDER_LABELS[row.wishedGender]();
    case "forWhom":
      return when.list(row.forWhom.map((one) => FOR_WHOM_STAFF_LABELS[one]()));
    case "appliedOn":
    case "submittedOn":
      return row.since === null ? "" : when.shortDate(row.since);
    default:
      return null;
  }
}

/** „Di und Do abends; Sa vormittags und nachmittags“: days with the same parts stand together. */
function timesInWords(slots: readonly Slot[], when: Formats): string {
  const daysByParts = new Map<string, string[]>();
  for (const day of DAYS) {
    const parts = DAY_PARTS.filter((part) => slots.includes(`${day}_${part}`));
    if (parts.length === 0) continue;
    const words = when.list(parts.map((part) => DAY_PART_LABELS[part]().replaceAll("\u00ad", "")));
    daysByParts.set(words, [...(daysByParts.get(words) ?? []), DAY_SHORT_LABELS[day]()]);
  }
  return [...daysByParts].map(([parts, days]) => `${when.list(days)} ${parts}`).join("; ");
}

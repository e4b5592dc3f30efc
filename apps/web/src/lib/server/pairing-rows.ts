import type { PairingView } from "@augenhoehe/contract";
import {
  AGE_BAND_LABELS,
  FOR_WHOM_STAFF_LABELS,
  GENDER_LABELS,
  LEVEL_LABELS,
  SLOT_LABELS,
} from "#lib/messages/labels.ts";
import type { ReasonWords } from "#lib/messages/reason-message.ts";
import type { PageLocale } from "#lib/locale.ts";
import { m } from "#lib/paraglide/messages.js";
import { languageName } from "./language-name.ts";

export interface PairingEntry {
  readonly text: string;
  /** The other one has it too. */
  readonly shared: boolean;
}

export interface PairingRow {
  readonly key: string;
  readonly label: string;
  readonly mentee: readonly PairingEntry[];
  readonly mentor: readonly PairingEntry[];
}

type Side = PairingView["request"] | PairingView["mentor"];

const plain = (...texts: (string | null)[]): PairingEntry[] =>
  texts.flatMap((text) => (text === null ? [] : [{ text, shared: false }]));

/** Lists of both, each entry marked when the other one has it too. */
function compared<T extends string>(
  own: readonly T[],
  other: readonly T[],
  label: (entry: T) => string,
): PairingEntry[] {
  return own.map((entry) => ({ text: label(entry), shared: other.includes(entry) }));
}

/** Two people beside each other, row by row, in the reader's words. */
export function pairingRows(
  { request, mentor }: Pick<PairingView, "request" | "mentor">,
  words: ReasonWords,
  locale: PageLocale,
): PairingRow[] {
  const both = (key: string, label: string, entries: (side: Side, other: Side) => PairingEntry[]): PairingRow => ({
    key,
    label,
    mentee: entries(request, mentor),
    mentor: entries(mentor, request),
  });
  return [
    both("languages", m.coordinator_pairing_row_languages(), (side, other) =>
      side.languages.map(({ code, level }) => ({
        text: `${languageName(code, locale)} (${LEVEL_LABELS[level]()})`,
        shared: other.languages.some((language) => language.code === code),
      })),
    ),
    both("district", m.coordinator_pairing_row_district(), (side, other) => [
      ...(side.districtName === null
        ? []
        : [{ text: side.districtName, shared: side.districtName === other.districtName }]),
      ...plain(side.reachKm === null ? null : m.coordinator_pairing_reach({ km: words.number(side.reachKm) })),
    ]),
    both("times", m.coordinator_pairing_row_times(), (side, other) =>
      compared(side.slots ?? [], other.slots ?? [], (slot) => SLOT_LABELS[slot]()),
    ),
    both("topics", m.coordinator_pairing_row_topics(), (side, other) =>
      compared(side.topics, other.topics, words.term),
    ),
    both("interests", m.coordinator_pairing_row_interests(), (side, other) =>
      compared(side.interests, other.interests, words.term),
    ),
    both("person", m.coordinator_pairing_row_person(), (side) =>
      plain(
        side.gender === null ? null : GENDER_LABELS[side.gender](),
        side.ageBand === null ? null : AGE_BAND_LABELS[side.ageBand](),
        "forWhom" in side ? FOR_WHOM_STAFF_LABELS[side.forWhom]() : null,
      ),
    ),
    {
      key: "wishes",
      label: m.coordinator_pairing_row_wishes(),
      mentee: plain(
        wishGender(request.wishes.mentorGender),
        wishAges(request.wishes.mentorAgeBands, words),
        request.wishes.eveningOnly ? m.coordinator_pairing_wish_evening() : null,
      ),
      mentor: plain(
        wishGender(mentor.wishes.menteeGender),
        wishAges(mentor.wishes.menteeAgeBands, words),
        mentor.wishes.forWhom.length === 0
          ? null
          : m.coordinator_pairing_wish_for_whom({
              whom: words.list(mentor.wishes.forWhom.map((whom) => FOR_WHOM_STAFF_LABELS[whom]())),
            }),
      ),
    },
    {
      key: "places",
      label: m.coordinator_pairing_row_places(),
      mentee: [],
      mentor: plain(
        m.coordinator_suggestions_places({
          open: mentor.openTandems + mentor.openProposals,
          capacity: mentor.capacity,
        }),
      ),
    },
  ];
}

const wishGender = (gender: keyof typeof GENDER_LABELS | null): string | null =>
  gender === null ? null : m.coordinator_pairing_wish_gender({ gender: GENDER_LABELS[gender]() });

const wishAges = (bands: readonly (keyof typeof AGE_BAND_LABELS)[], words: ReasonWords): string | null =>
  bands.length === 0
    ? null
    : m.coordinator_pairing_wish_ages({ ages: words.list(bands.map((band) => AGE_BAND_LABELS[band]())) });

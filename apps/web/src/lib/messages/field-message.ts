import { m } from "#lib/paraglide/messages.js";

type Facts = Readonly<Record<string, string | number>>;

const FIELD_MESSAGES: Readonly<Record<string, (facts: Facts) => string>> = {
  required: () => m.fields_error_required(),
  too_short: ({ min }) =>
    min === undefined ? m.fields_error_too_short() : m.fields_error_too_short_min({ min: String(min) }),
  too_long: ({ max }) =>
    max === undefined ? m.fields_error_too_long() : m.fields_error_too_long_max({ max: String(max) }),
  too_few: ({ min = 1 }) => m.fields_error_too_few({ min: String(min) }),
  too_many: ({ max }) => (max === undefined ? m.fields_error_other() : m.fields_error_too_many({ max: String(max) })),
  too_big: ({ max }) =>
    max === undefined ? m.fields_error_too_big() : m.fields_error_too_big_max({ max: String(max) }),
  too_small: ({ min }) =>
    min === undefined ? m.fields_error_too_small() : m.fields_error_too_small_min({ min: String(min) }),
  not_a_number: () => m.fields_error_not_a_number(),
  invalid_email: () => m.fields_error_invalid_email(),
  invalid_phone: () => m.fields_error_invalid_phone(),
  invalid_choice: () => m.fields_error_invalid_choice(),
  invalid_date: () => m.fields_error_invalid_date(),
  date_in_past: () => m.fields_error_date_in_past(),
  date_in_future: () => m.fields_error_date_in_future(),
  overlaps: () => m.fields_error_overlaps(),
  closes_before_opening: () => m.fields_error_closes_before_opening(),
  invalid_time: () => m.fields_error_invalid_time(),
  ends_before_start: () => m.fields_error_ends_before_start(),
  ends_too_late: () => m.fields_error_ends_too_late(),
  invalid_format: () => m.fields_error_invalid_format(),
  invalid_code: () => m.fields_error_invalid_code(),
  duplicate: () => m.fields_error_duplicate(),
  name_differs: () => m.fields_error_name_differs(),
  unknown_field: () => m.fields_error_unknown_field(),
  unknown_placeholder: ({ placeholder = "{}" }) =>
    m.fields_error_unknown_placeholder({ placeholder: String(placeholder) }),
  nothing_required: () => m.fields_error_nothing_required(),
  unknown_key: () => m.fields_error_unknown_key(),
};

/** The sentence at a field. An unknown code still says what to do. */
export function fieldMessage(code: string, facts: Facts = {}): string {
  const message = FIELD_MESSAGES[code];
  return message === undefined ? m.fields_error_other() : message(facts);
}

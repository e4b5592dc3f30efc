import type { CellRemark } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import { m } from "#lib/paraglide/messages.js";

type Words = { readonly text: string };

const REMARKS = {
  not_understood: m.lists_remark_not_understood,
  language_assumed: m.lists_remark_language_assumed,
  level_assumed: m.lists_remark_level_assumed,
  language_repeated: m.lists_remark_language_repeated,
  language_denied: m.lists_remark_language_denied,
  times_flexible: m.lists_remark_times_flexible,
  all_days_assumed: m.lists_remark_all_days_assumed,
  all_day_assumed: m.lists_remark_all_day_assumed,
  exception_read: m.lists_remark_exception_read,
  several_meanings: m.lists_remark_several_meanings,
  read_loosely: m.lists_remark_read_loosely,
  century_assumed: m.lists_remark_century_assumed,
  day_first_assumed: m.lists_remark_day_first_assumed,
  time_of_day_ignored: m.lists_remark_time_of_day_ignored,
  impossible_date: m.lists_remark_impossible_date,
  out_of_range: m.lists_remark_out_of_range,
  too_many: m.lists_remark_too_many,
  name_missing: m.lists_remark_name_missing,
  looks_like_formula: m.lists_remark_looks_like_formula,
  email_not_understood: m.lists_remark_email_not_understood,
  email_taken: m.lists_remark_email_taken,
  languages_missing: m.lists_remark_languages_missing,
  too_long: m.lists_remark_too_long,
  invalid_format: m.lists_remark_invalid_format,
  german_assumed: m.lists_remark_german_assumed,
  phone_not_understood: m.lists_remark_phone_not_understood,
  kept_as_other_contact: m.lists_remark_kept_as_other_contact,
  email_left_out: m.lists_remark_email_left_out,
  postal_code_elsewhere: m.lists_remark_postal_code_elsewhere,
  date_in_future: m.lists_remark_date_in_future,
  without_contact: m.lists_remark_without_contact,
  same_name_without_contact: m.lists_remark_same_name_without_contact,
} satisfies Record<Exclude<CellRemark["code"], "same_as_line">, (words: Words) => string>;

/** What there is to say at a cell, with the words it is about. */
export const remarkMessage = ({ code, facts }: CellRemark): string =>
  code === "same_as_line"
    ? m.lists_remark_same_as_line({ line: Number(facts["line"]) })
    : REMARKS[code]({ text: isolated(String(facts["text"] ?? "")) });

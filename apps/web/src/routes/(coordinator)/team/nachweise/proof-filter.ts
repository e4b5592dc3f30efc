import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import type { Choice } from "#lib/forms/choice.ts";
import { m } from "#lib/paraglide/messages.js";

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** `2026`, or `2026-q3`. */
const PERIOD = /^(20\d{2})(?:-q([1-4]))?$/;

/** What an address chooses; what is not understood counts as not chosen. */
export function proofFilter(url: URL) {
  const courseId = url.searchParams.get("kurs") ?? "";
  return {
    ...(ID.test(courseId) ? { courseId } : {}),
    ...daysOf(url.searchParams.get("zeitraum") ?? ""),
  };
}

function daysOf(period: string): { from?: string; to?: string } {
  const [, year, quarter] = PERIOD.exec(period) ?? [];
  if (year === undefined) return {};
  if (quarter === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const last = Number(quarter) * 3;
  const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  return { from: `${year}-${twoDigits(last - 2)}-01`, to: `${year}-${twoDigits(last)}-${twoDigits(lastDay)}` };
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** The same choice for another page. */
export function chosenQuery(url: URL): string {
  const chosen = new URLSearchParams();
  for (const name of ["kurs", "zeitraum"]) {
    const value = url.searchParams.get(name);
    if (value) chosen.set(name, value);
  }
  return chosen.size === 0 ? "" : `?${chosen.toString()}`;
}

/** The fields of the filter with what is chosen, and the choice in words for paper. */
export function proofChoices({ courses, years }: EndpointOutput<typeof endpoints.listProofCourses>, url: URL) {
  const periods = years.flatMap((year): Choice[] => [
    { value: String(year), label: m.proofs_period_year({ year: String(year) }) },
    ...[4, 3, 2, 1].map((quarter) => ({
      value: `${year}-q${quarter}`,
      label: m.proofs_period_quarter({ quarter, year: String(year) }),
    })),
  ]);
  const own = courses.map(({ id, title }) => ({ value: id, label: title }));
  const course = own.find(({ value }) => value === url.searchParams.get("kurs"));
  const period = periods.find(({ value }) => value === url.searchParams.get("zeitraum"));
  return {
    courses: own,
    periods,
    course: course?.value ?? "",
    period: period?.value ?? "",
    inWords: `${course?.label ?? m.proofs_filter_all_courses()} · ${period?.label ?? m.proofs_filter_all_time()}`,
  };
}

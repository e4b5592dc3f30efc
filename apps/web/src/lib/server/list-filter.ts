import { REQUEST_SORTS, VOLUNTEER_SORTS } from "@augenhoehe/contract";
import { LANGUAGE_CODES, REQUEST_STATUSES, VOLUNTEER_STATUSES } from "@augenhoehe/domain";

/** The filters of a list of people as its address holds them; what is not understood counts as not set. */
function listFilter<const Status extends string, const Sort extends string>(
  url: URL,
  statuses: readonly Status[],
  sorts: readonly Sort[],
) {
  const value = (name: string) => url.searchParams.get(name)?.trim() || undefined;
  const oneOf = <const T extends string>(name: string, choices: readonly T[]) =>
    choices.find((choice) => choice === value(name));
  const district = value("district");
  return {
    status: oneOf("status", statuses),
    language: oneOf("language", LANGUAGE_CODES),
    district: district !== undefined && /^[a-z0-9_-]{1,60}$/.test(district) ? district : undefined,
    search: value("search")?.slice(0, 80),
    sort: oneOf("sort", sorts),
    page: pageNumber(url),
  };
}

export const requestFilter = (url: URL) => listFilter(url, [...REQUEST_STATUSES, "waiting"], REQUEST_SORTS);
export const volunteerFilter = (url: URL) => listFilter(url, [...VOLUNTEER_STATUSES, "eligible"], VOLUNTEER_SORTS);

/** `?page=`, 1 where it is missing or nonsense. */
export const pageNumber = (url: URL): number =>
  Math.min(10_000, Math.max(1, Math.trunc(Number(url.searchParams.get("page") ?? 1)) || 1));

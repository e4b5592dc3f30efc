import { REQUEST_SORTS } from "@augenhoehe/contract";
import { LANGUAGE_CODES, REQUEST_STATUSES } from "@augenhoehe/domain";

const STATUSES = [...REQUEST_STATUSES, "waiting"] as const;

/** The filters of the list of requests as its address holds them; what is not understood counts as not set. */
export function requestFilter(url: URL) {
  const value = (name: string) => url.searchParams.get(name)?.trim() || undefined;
  const oneOf = <const T extends string>(name: string, choices: readonly T[]) =>
    choices.find((choice) => choice === value(name));
  const district = value("district");
  return {
    status: oneOf("status", STATUSES),
    language: oneOf("language", LANGUAGE_CODES),
    district: district !== undefined && /^[a-z0-9_-]{1,60}$/.test(district) ? district : undefined,
    search: value("search")?.slice(0, 80),
    sort: oneOf("sort", REQUEST_SORTS),
    page: pageNumber(url),
  };
}

/** `?page=`, 1 where it is missing or nonsense. */
export const pageNumber = (url: URL): number =>
  Math.min(10_000, Math.max(1, Math.trunc(Number(url.searchParams.get("page") ?? 1)) || 1));

import type { AgeBand, ForWhom } from "./people.ts";
import { Refusal } from "./refusals.ts";
import { addMonths } from "./iso-date.ts";
import type { IsoDate } from "./iso-date.ts";

/**
 * The only facts that may be kept (§ 72a (5) SGB VIII): that it was inspected and when, the certificate's date, and
 * whether there is a listed conviction. No upload, no free text.
 */
export interface FuehrungszeugnisEntry {
  readonly inspectedOn: IsoDate;
  readonly certificateDate: IsoDate;
  readonly listedConviction: boolean;
}

/** § 72a SGB VIII, § 75 SGB XII: deleted at the latest three months after the activity ended. */
export const FUEHRUNGSZEUGNIS_KEPT_MONTHS = 3;

/** Inspected again after five years at the latest, as most providers agree with their youth welfare office. */
export const FUEHRUNGSZEUGNIS_VALID_MONTHS = 60;

/** What decides whether a request needs one. */
export interface FuehrungszeugnisNeed {
  readonly forWhom: ForWhom;
  readonly ageBand: AgeBand | null;
  readonly involvesMinors: boolean;
  readonly inReceptionCentre: boolean;
}

/** Only where law or contact with minors calls for it: minors, or a reception centre (§ 44 (3) AsylG). */
export function asksForFuehrungszeugnis(request: FuehrungszeugnisNeed): boolean {
  return (
    request.involvesMinors ||
    request.inReceptionCentre ||
    request.forWhom === "with_child" ||
    request.ageBand === "under_18"
  );
}

/** Until a coordinator has settled it with the person. */
export const mayInvolveMinors = ({ forWhom, ageBand }: Pick<FuehrungszeugnisNeed, "forWhom" | "ageBand">): boolean =>
  forWhom === "with_child" || forWhom === "family" || ageBand === "under_18";

/** Valid without a listed conviction and until the certificate is `maxAgeMonths` old, that day included. */
export function isFuehrungszeugnisValid(
  entry: FuehrungszeugnisEntry | null,
  today: IsoDate,
  maxAgeMonths: number,
): boolean {
  if (entry === null || entry.listedConviction) return false;
  return today <= addMonths(entry.certificateDate, maxAgeMonths);
}

/** Refuses an entry that nobody may keep, or that cannot be true. */
export function decideFuehrungszeugnis(
  entry: FuehrungszeugnisEntry,
  { isNeeded, today }: { readonly isNeeded: boolean; readonly today: IsoDate },
): FuehrungszeugnisEntry {
  if (!isNeeded) throw new Refusal("fuehrungszeugnis_not_needed");
  if (entry.inspectedOn > today || entry.certificateDate > entry.inspectedOn) {
    throw new Refusal("fuehrungszeugnis_date_in_future");
  }
  const { inspectedOn, certificateDate, listedConviction } = entry;
  return { inspectedOn, certificateDate, listedConviction };
}

/**
 * The day the entry must be gone: at once when no activity follows the inspection, else three months after the end;
 * null while the activity goes on.
 */
export function fuehrungszeugnisDeleteOn(facts: {
  readonly inspectedOn: IsoDate;
  readonly activityFollows: boolean;
  readonly activityEndedOn: IsoDate | null;
}): IsoDate | null {
  if (!facts.activityFollows) return facts.inspectedOn;
  return facts.activityEndedOn === null ? null : addMonths(facts.activityEndedOn, FUEHRUNGSZEUGNIS_KEPT_MONTHS);
}

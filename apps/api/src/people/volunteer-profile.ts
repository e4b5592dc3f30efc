import type { VolunteerProfile } from "@augenhoehe/contract";
import { maskToSlots, slotsToMask } from "@augenhoehe/domain";
import type { volunteers } from "../db/schema/people.ts";
import { InputError } from "../http/input-error.ts";
import type { Vault } from "../vault.ts";
import { readPhoneNumber, showPhoneNumber } from "./phone-number.ts";

type VolunteerRow = typeof volunteers.$inferSelect;
type ProfileColumns = Omit<VolunteerProfile, "phone" | "slots"> & Pick<VolunteerRow, "phoneSealed" | "slots">;

const phonePlace = (rowId: string) => ({ table: "volunteers", column: "phone_sealed", rowId });

/**
 * What somebody told about themself as columns of their row; a phone number nobody can call is bad input, told at
 * `phone` below `path`.
 */
export function profileColumns(
  profile: VolunteerProfile,
  volunteerId: string,
  vault: Vault,
  path: "" | "profile." = "",
): ProfileColumns {
  const { phone, slots, ...rest } = profile;
  const number = phone === null ? null : readPhoneNumber(phone);
  if (phone !== null && number === null) throw new InputError([{ path: `${path}phone`, code: "invalid_phone" }]);
  return {
    ...rest,
    phoneSealed: number === null ? null : vault.seal(number, phonePlace(volunteerId)),
    slots: slots === null || slots.length === 0 ? null : slotsToMask(slots),
  };
}

/** The row as its owner and their coordinator see it. */
export function profileOf(row: VolunteerRow, vault: Vault): VolunteerProfile {
  return {
    firstName: row.firstName,
    lastName: row.lastName,
    phone: row.phoneSealed === null ? null : showPhoneNumber(vault.open(row.phoneSealed, phonePlace(row.id))),
    locale: row.locale,
    languages: row.languages.map(({ code, level }) => ({ code, level })),
    district: row.district,
    reachKm: row.reachKm,
    slots: row.slots === null ? null : maskToSlots(row.slots),
    topics: row.topics,
    interests: row.interests,
    gender: row.gender,
    ageBand: row.ageBand,
    wishes: row.wishes,
    capacity: row.capacity,
    releasePhone: row.releasePhone,
    releaseEmail: row.releaseEmail,
  };
}

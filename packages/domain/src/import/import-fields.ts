/** What a column of somebody's own list can become. */
export const VOLUNTEER_FIELDS = [
  "firstName",
  "lastName",
  "fullName",
  "email",
  "phone",
  "district",
  "postalCode",
  "languages",
  "times",
  "topics",
  "interests",
  "gender",
  "age",
  "reachKm",
  "capacity",
  "menteeGender",
  "forWhom",
  "appliedOn",
] as const;
export const REQUEST_FIELDS = [
  "chosenName",
  "email",
  "phone",
  "district",
  "postalCode",
  "languages",
  "times",
  "topics",
  "interests",
  "gender",
  "age",
  "reachKm",
  "mentorGender",
  "eveningOnly",
  "forWhom",
  "interpreterNeeded",
  "contactPerson",
  "submittedOn",
] as const;
export type VolunteerField = (typeof VOLUNTEER_FIELDS)[number];
export type RequestField = (typeof REQUEST_FIELDS)[number];
export type ImportField = VolunteerField | RequestField;

import { HOLIDAY_REGIONS } from "@augenhoehe/domain";
import { z } from "zod";
import { ACCOUNT_ROLES, endpoint } from "./endpoint.ts";
import { LegalPages, Term } from "./public.ts";
import { Done, Id, IdParams, Key, line, prose } from "./shared.ts";

export const District = z.strictObject({
  key: Key,
  name: line(80),
  borough: line(80).nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  lng: z.number().min(-180).max(180).nullable(),
  postalCodes: z.array(z.string().regex(/^\d{5}$/, "invalid_format")).max(20),
  neighbours: z.array(Key).max(40),
});
export type District = z.infer<typeof District>;

const percent = z.number().int().min(0).max(100);
export const WeightsInput = z.strictObject({
  language: percent,
  district: percent,
  availability: percent,
  interests: percent,
});

export const NetworkSettings = z.strictObject({
  name: z.string(),
  city: z.string(),
  /** Whose public holidays are pointed out when courses are planned. */
  holidayRegion: z.string(),
  weights: WeightsInput.extend({ version: z.number().int() }),
  districts: z.array(District),
  topics: z.array(Term),
  interests: z.array(Term),
  legal: LegalPages.omit({ networkName: true, credits: true }),
  providers: z.array(
    z.strictObject({ id: Id, name: z.string(), phone: z.string().nullable(), email: z.string().nullable() }),
  ),
});
export type NetworkSettings = z.infer<typeof NetworkSettings>;

/** Whoever signs in to work for a provider; volunteers and newcomers are elsewhere. */
export const StaffMember = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(ACCOUNT_ROLES)),
  providerName: z.string().nullable(),
  /** `invited` has not chosen a password yet; `ended` can no longer sign in. */
  state: z.enum(["invited", "active", "ended"]),
  isMe: z.boolean(),
});
export type StaffMember = z.infer<typeof StaffMember>;

export const settingsEndpoints = {
  listStaff: endpoint({
    method: "GET",
    path: "/api/settings/staff",
    who: ["coordinator", "admin"],
    summary: "Who works here: a coordinator sees their own provider, an admin everybody",
    response: z.strictObject({ items: z.array(StaffMember) }),
  }),
  endStaffAccess: endpoint({
    method: "POST",
    path: "/api/settings/staff/:id/end",
    who: ["coordinator", "admin"],
    summary: "Let somebody who no longer works here sign in no more, from their next click on",
    params: IdParams,
    response: Done,
  }),
  readSettings: endpoint({
    method: "GET",
    path: "/api/settings",
    who: ["coordinator", "admin"],
    summary: "Districts, vocabulary, weights and legal texts of the network",
    response: NetworkSettings,
  }),
  updateDistricts: endpoint({
    method: "PUT",
    path: "/api/settings/districts",
    who: ["coordinator", "admin"],
    summary: "Change districts and neighbours; a district somebody lives in cannot be removed",
    body: z.strictObject({ districts: z.array(District).min(1).max(400) }),
    response: Done,
    bodyLimit: 512 * 1024,
  }),
  updateTerms: endpoint({
    method: "PUT",
    path: "/api/settings/terms",
    who: ["coordinator", "admin"],
    summary: "Change topics or interests; one in use cannot be removed",
    body: z.strictObject({ kind: z.enum(["topic", "interest"]), terms: z.array(Term).min(1).max(200) }),
    response: Done,
    bodyLimit: 256 * 1024,
  }),
  updateWeights: endpoint({
    method: "PUT",
    path: "/api/settings/weights",
    who: ["coordinator", "admin"],
    summary: "Change the weights of the four criteria (they sum to 100); a new version from then on",
    body: WeightsInput,
    response: Done,
  }),
  updateHolidayRegion: endpoint({
    method: "PUT",
    path: "/api/settings/holidays",
    who: ["coordinator", "admin"],
    summary: "Change the federal state whose public holidays are pointed out when courses are planned",
    body: z.strictObject({ holidayRegion: z.enum(HOLIDAY_REGIONS) }),
    response: Done,
  }),
  updateLegal: endpoint({
    method: "PUT",
    path: "/api/settings/legal",
    who: ["coordinator", "admin"],
    summary: "Change what the imprint and privacy pages say",
    body: z.strictObject({
      imprint: z.strictObject({
        responsible: line(160),
        address: prose(400),
        email: line(160),
        phone: line(60),
        representedBy: line(160),
      }),
      privacy: z.strictObject({
        officer: line(160),
        officerEmail: line(160),
        authority: line(300),
        retentionMonths: z.number().int().min(1).max(120),
      }),
    }),
    response: Done,
  }),
};

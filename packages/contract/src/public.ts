import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Id, Key, LocaleCode, Slug } from "./shared.ts";

/** Labels of a network's own vocabulary by locale; German is always there. */
export const Labels = z.partialRecord(LocaleCode, z.string());
export const Term = z.strictObject({ key: Key, labels: Labels, icon: z.string().nullable() });
export type Term = z.infer<typeof Term>;

/** Everything public a page needs of a network: no numbers of people, no names of persons. */
export const NetworkProfile = z.strictObject({
  slug: z.string(),
  name: z.string(),
  city: z.string(),
  demo: z.boolean(),
  timeZone: z.string(),
  districts: z.array(
    z.strictObject({ key: Key, name: z.string(), borough: z.string().nullable(), postalCodes: z.array(z.string()) }),
  ),
  topics: z.array(Term),
  interests: z.array(Term),
  providers: z.array(z.strictObject({ id: Id, name: z.string(), shortName: z.string() })),
  /** What a newcomer agrees to, in every language it is written in; German is binding. */
  consent: z.strictObject({
    version: z.number().int(),
    titles: Labels,
    paragraphs: z.partialRecord(LocaleCode, z.array(z.string())),
  }),
});
export type NetworkProfile = z.infer<typeof NetworkProfile>;

export const LEGAL_REGIMES = ["dsgvo", "sgb", "kdg", "dsg_ekd"] as const;
/** Which law speaks: city → DSGVO + SGB X, Caritas → KDG, Diakonie → DSG-EKD, else DSGVO. */
export const LegalRegime = z.enum(LEGAL_REGIMES);

export const LegalPages = z.strictObject({
  networkName: z.string(),
  regime: LegalRegime,
  imprint: z.strictObject({
    responsible: z.string(),
    address: z.string(),
    email: z.string(),
    phone: z.string(),
    representedBy: z.string(),
  }),
  privacy: z.strictObject({
    officer: z.string(),
    officerEmail: z.string(),
    authority: z.string(),
    retentionMonths: z.number().int(),
  }),
  credits: z.array(z.string()),
});
export type LegalPages = z.infer<typeof LegalPages>;

const bySlug = z.strictObject({ networkSlug: Slug });

export const publicEndpoints = {
  readNetwork: endpoint({
    method: "GET",
    path: "/api/networks/:networkSlug",
    who: "anyone",
    summary: "Districts, topics, interests and providers of a network",
    params: bySlug,
    response: NetworkProfile,
  }),
  readLegalPages: endpoint({
    method: "GET",
    path: "/api/networks/:networkSlug/legal",
    who: "anyone",
    summary: "What the imprint and privacy pages say",
    params: bySlug,
    response: LegalPages,
  }),
};

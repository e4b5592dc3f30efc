import { formatReceipt } from "@augenhoehe/domain";
import { TOTP } from "otpauth";
import type { NetworkDefinition } from "../networks/network-definition.ts";
import { VISITOR_EMAILS, VISITOR_RECEIPT, generateStaff } from "./demo-accounts.ts";
import { demoCalendar } from "./demo-calendar.ts";

const STAFF_ROLE_NAMES = {
  coordinator: "Coordinator",
  counsellor: "Counsellor",
  trainer: "Trainer",
  admin: "Administrator",
  volunteer: "Volunteer",
} as const;

/** Lines for the terminal: everybody a visitor of the demo can be. Made for invented people, never for real ones. */
export function describeDemoSignIns(
  definition: NetworkDefinition,
  { publicUrl, now }: { readonly publicUrl: string; readonly now: Date },
): string[] {
  const providerKeys = definition.providers.map(({ key }) => key);
  const nameOf = new Map(definition.providers.map(({ key, shortName }) => [key, shortName]));
  const staff = generateStaff(demoCalendar(now, definition.timeZone), providerKeys);
  return [
    `Demo network "${definition.name}": everybody in it is invented.`,
    "",
    "Password and code (authenticator secret beside it; the code changes every 30 seconds):",
    ...staff.flatMap(({ roles: [role], providerKey, email, password, totpSecret }) => {
      if (role === undefined || password === null || totpSecret === null) return [];
      const at = providerKey === null ? "" : `, ${nameOf.get(providerKey) ?? providerKey}`;
      const code = new TOTP({ secret: totpSecret }).generate({ timestamp: now.getTime() });
      return [`  ${STAFF_ROLE_NAMES[role]}${at}`, `    ${email}  ${password}  ${totpSecret}  code now ${code}`];
    }),
    "",
    "Code by mail, to be read in the development inbox:",
    ...staff.flatMap(({ roles, email }) => (roles.includes("trainer") ? [`  Trainer  ${email}`] : [])),
    `  Volunteer with a proposal to answer  ${VISITOR_EMAILS.mentor}`,
    `  Volunteer half-way through the course  ${VISITOR_EMAILS.learner}`,
    "",
    "Receipt number of a newcomer who is asked for an answer (Arabic):",
    `  ${formatReceipt(VISITOR_RECEIPT)}`,
    "",
    publicUrl,
  ];
}

import { z } from "zod";
import { ACCOUNT_ROLES, endpoint } from "./endpoint.ts";
import { Done, Email, Id, LocaleCode, Name, Slug, line } from "./shared.ts";

/** As typed; length is the only rule (NIST SP 800-63B-4: no composition rules). */
export const Password = z.string().min(15).max(200);
/** Six digits; blanks people type between them do not count. */
export const SixDigits = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "invalid_code"));

export const Me = z.strictObject({
  accountId: Id,
  displayName: z.string(),
  email: z.string(),
  roles: z.array(z.enum(ACCOUNT_ROLES)),
  locale: LocaleCode,
  volunteerId: Id.nullable(),
  network: z.strictObject({ id: Id, slug: z.string(), name: z.string(), demo: z.boolean() }),
  provider: z.strictObject({ id: Id, name: z.string(), shortName: z.string() }).nullable(),
});
export type Me = z.infer<typeof Me>;

/** What is asked after the password: a code, or first the setting up of an authenticator app. */
export const SecondFactorStep = z.strictObject({ next: z.enum(["confirm", "enrol"]) });

/** For an authenticator app; shown while it is set up and never again. */
export const SecondFactorEnrolment = z.strictObject({
  secret: z.string(),
  uri: z.string(),
  /** The address as a QR code, an SVG document. */
  qrSvg: z.string(),
});

const staffRole = z.enum(["trainer", "counsellor", "coordinator", "admin"]);

export const accessEndpoints = {
  listNetworks: endpoint({
    method: "GET",
    path: "/api/networks",
    who: "anyone",
    summary: "The networks served here",
    response: z.strictObject({
      networks: z.array(z.strictObject({ slug: z.string(), name: z.string(), city: z.string(), demo: z.boolean() })),
    }),
  }),
  signInWithPassword: endpoint({
    method: "POST",
    path: "/api/access/password",
    who: "anyone",
    summary: "First step of staff: address and password; opens a short session that only takes the second step",
    body: z.strictObject({ networkSlug: Slug, email: Email, password: z.string().min(1).max(200) }),
    response: SecondFactorStep,
    perMinute: 10,
  }),
  enrolSecondFactor: endpoint({
    method: "POST",
    path: "/api/access/second-factor/enrol",
    who: "anyone",
    summary: "After the password, and while none is confirmed: a secret for an authenticator app",
    response: SecondFactorEnrolment,
    perMinute: 10,
  }),
  confirmSecondFactor: endpoint({
    method: "POST",
    path: "/api/access/second-factor",
    who: "anyone",
    summary: "Second step of staff: the present code of the authenticator app",
    body: z.strictObject({ code: SixDigits }),
    response: Done,
    perMinute: 10,
  }),
  requestEmailCode: endpoint({
    method: "POST",
    path: "/api/access/email-code",
    who: "anyone",
    summary: "Six digits by mail; a known and an unknown address answer alike",
    body: z.strictObject({ networkSlug: Slug, email: Email, locale: LocaleCode }),
    response: Done,
    perMinute: 10,
  }),
  confirmEmailCode: endpoint({
    method: "POST",
    path: "/api/access/email-code/confirm",
    who: "anyone",
    summary: "Sign in with the six digits, in the browser that asked for them",
    body: z.strictObject({ networkSlug: Slug, code: SixDigits }),
    response: Done,
    perMinute: 10,
  }),
  signOut: endpoint({
    method: "POST",
    path: "/api/access/sign-out",
    who: "anyone",
    summary: "End the session on this device",
    response: Done,
  }),
  me: endpoint({
    method: "GET",
    path: "/api/access/me",
    who: ["volunteer", "trainer", "counsellor", "coordinator", "admin"],
    summary: "Who is signed in",
    response: Me,
  }),
  inviteStaff: endpoint({
    method: "POST",
    path: "/api/access/invitations",
    who: ["coordinator", "admin"],
    summary: "Invite a member of staff; a mail with a link lets them choose a password",
    body: z.strictObject({
      email: Email,
      displayName: Name,
      roles: z.array(staffRole).min(1, "required").max(4),
      /** Only an admin may choose another than their own. */
      providerId: Id.nullable(),
      locale: LocaleCode,
    }),
    response: z.strictObject({ accountId: Id }),
    perMinute: 20,
  }),
  readInvitation: endpoint({
    method: "POST",
    path: "/api/access/invitations/read",
    who: "anyone",
    summary: "Whom a link invites; reading does not use it up",
    body: z.strictObject({ token: z.string().max(100) }),
    response: z.strictObject({ networkName: z.string(), displayName: z.string(), email: z.string() }),
    perMinute: 20,
  }),
  acceptInvitation: endpoint({
    method: "POST",
    path: "/api/access/invitations/accept",
    who: "anyone",
    summary: "Use an invitation: choose a password, then set up the second factor",
    body: z.strictObject({ token: z.string().max(100), password: Password }),
    response: SecondFactorStep,
    perMinute: 10,
  }),
  setupStatus: endpoint({
    method: "GET",
    path: "/api/setup",
    who: "anyone",
    summary: "Whether the first-run page is open, and which networks it offers",
    response: z.strictObject({
      open: z.boolean(),
      definitions: z.array(
        z.strictObject({
          slug: z.string(),
          name: z.string(),
          city: z.string(),
          districts: z.number().int(),
          providers: z.array(z.strictObject({ key: z.string(), name: z.string() })),
        }),
      ),
    }),
  }),
  setUpNetwork: endpoint({
    method: "POST",
    path: "/api/setup",
    who: "anyone",
    summary: "First run: create the network and its first coordinator with the token from the log",
    body: z.strictObject({
      token: z.string().trim().min(1, "required").max(100),
      definition: Slug,
      networkName: line(120),
      /** Which of the definition's providers take part. */
      providers: z.array(z.string().max(60)).min(1, "required").max(20),
      /** The provider of the first coordinator, who also receives requests that come in without one. */
      ownProvider: z.string().max(60),
      coordinator: z.strictObject({ displayName: Name, email: Email, password: Password }),
    }),
    response: SecondFactorStep,
    perMinute: 10,
  }),
};

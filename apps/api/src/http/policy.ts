import type { AccountRole, Policy, Role } from "@augenhoehe/contract";
import { Refusal, type Locale } from "@augenhoehe/domain";
import { SignInRequired } from "./errors.ts";

export interface AnyoneActor {
  readonly kind: "anyone";
}

export interface DraftActor {
  readonly kind: "draft";
  readonly networkId: string;
  readonly sessionId: string;
  readonly draftId: string;
}

export interface MenteeActor {
  readonly kind: "mentee";
  readonly networkId: string;
  readonly sessionId: string;
  readonly menteeId: string;
}

export interface AccountActor {
  readonly kind: "account";
  readonly networkId: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly roles: readonly AccountRole[];
  readonly displayName: string;
  readonly locale: Locale;
  readonly providerId: string | null;
  readonly volunteerId: string | null;
}

/** Works for one provider and sees its persons only. */
export type StaffActor = AccountActor & { readonly providerId: string };
export type VolunteerActor = StaffActor & { readonly volunteerId: string };
export type Actor = AnyoneActor | DraftActor | MenteeActor | AccountActor;
export type SignedInActor = Exclude<Actor, AnyoneActor>;

type ActorOfAccount<R extends Role> = [R] extends [never]
  ? never
  : "admin" extends R
    ? AccountActor
    : [R] extends ["volunteer"]
      ? VolunteerActor
      : StaffActor;

type ActorOfRole<R extends Role> =
  | ("draft" extends R ? DraftActor : never)
  | ("mentee" extends R ? MenteeActor : never)
  | ActorOfAccount<Exclude<R, "draft" | "mentee">>;

const SECOND_FACTOR_ROLES: readonly AccountRole[] = ["counsellor", "coordinator", "admin"];

/** Roles that see people: password and second factor, always. A code by mail is not enough for any of them. */
export const needsSecondFactor = (roles: readonly AccountRole[]): boolean =>
  roles.some((role) => SECOND_FACTOR_ROLES.includes(role));

/** Who a handler meets, as far as its endpoint's policy tells. */
export type ActorOf<P extends Policy> = P extends readonly Role[] ? ActorOfRole<P[number]> : AnyoneActor;

/** Which of the two cookies an endpoint looks at. */
export type CookieKind = "session" | "receipt";

export function cookieOf(policy: Policy): CookieKind | null {
  if (policy === "anyone") return null;
  return policy.some((role) => role === "draft" || role === "mentee") ? "receipt" : "session";
}

function hasRole(actor: SignedInActor, role: Role): boolean {
  if (role === "draft" || role === "mentee") return actor.kind === role;
  if (actor.kind !== "account" || !actor.roles.includes(role)) return false;
  if (role === "volunteer") return actor.volunteerId !== null && actor.providerId !== null;
  return role === "admin" || actor.providerId !== null;
}

function isActorOf<P extends Policy>(policy: P, actor: Actor): actor is Actor & ActorOf<P> {
  if (policy === "anyone") return actor.kind === "anyone";
  return actor.kind !== "anyone" && policy.some((role) => hasRole(actor, role));
}

/** The actor as the endpoint knows it, or the refusal: sign in first (401), or not yours to do (403). */
export function authorise<P extends Policy>(policy: P, actor: Actor): ActorOf<P> {
  if (isActorOf(policy, actor)) return actor;
  if (actor.kind === "anyone") throw new SignInRequired();
  throw new Refusal("not_permitted");
}

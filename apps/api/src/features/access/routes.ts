import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { confirmEmailCode } from "./confirm-email-code.ts";
import { confirmSecondFactor } from "./confirm-second-factor.ts";
import { enrolSecondFactor } from "./enrol-second-factor.ts";
import { inviteStaff } from "./invite-staff.ts";
import { listNetworks } from "./list-networks.ts";
import { me } from "./me.ts";
import { pendingAccountOf } from "./pending-account.ts";
import { readInvitation } from "./read-invitation.ts";
import { requestEmailCode } from "./request-email-code.ts";
import { setUpNetwork } from "./set-up-network.ts";
import { setupStatus } from "./setup-status.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";
import { signOut } from "./sign-out.ts";

const done = { done: true } as const;

export function registerAccessRoutes(app: FastifyInstance): void {
  route(app, endpoints.listNetworks, ({ deps }) => listNetworks(deps));
  route(app, endpoints.me, ({ deps, actor }) => me(deps, actor));
  route(app, endpoints.signInWithPassword, async ({ deps, body, clientAddress, cookies }) => {
    const { session, next } = await signInWithPassword(deps, body, clientAddress);
    cookies.signIn(session);
    return { next };
  });
  route(app, endpoints.enrolSecondFactor, async ({ deps, cookies }) =>
    enrolSecondFactor(deps, pendingAccountOf(await cookies.session("session"))),
  );
  route(app, endpoints.confirmSecondFactor, async ({ deps, body, cookies, clientAddress }) => {
    const pending = pendingAccountOf(await cookies.session("session"));
    cookies.signIn(await confirmSecondFactor(deps, pending, { code: body.code, clientAddress }));
    return done;
  });
  route(app, endpoints.requestEmailCode, async ({ deps, body, cookies, clientAddress }) => {
    await requestEmailCode(deps, body, { browserHash: cookies.browserHash(), clientAddress });
    return done;
  });
  route(app, endpoints.confirmEmailCode, async ({ deps, body, cookies }) => {
    cookies.signIn(await confirmEmailCode(deps, body, cookies.browserHash()));
    return done;
  });
  route(app, endpoints.signOut, async ({ deps, cookies }) => {
    await signOut(deps, await cookies.session("session"));
    cookies.signOut("session");
    return done;
  });
  route(app, endpoints.inviteStaff, ({ deps, actor, body }) => inviteStaff(deps, actor, body));
  route(app, endpoints.readInvitation, ({ deps, body }) => readInvitation(deps, body.token));
  route(app, endpoints.acceptInvitation, async ({ deps, body, cookies }) => {
    const { session, next } = await acceptInvitation(deps, body);
    cookies.signIn(session);
    return { next };
  });
  route(app, endpoints.setupStatus, ({ deps }) => setupStatus(deps));
  route(app, endpoints.setUpNetwork, async ({ deps, body, cookies }) => {
    cookies.signIn(await setUpNetwork(deps, body));
    return { next: "enrol" } as const;
  });
}

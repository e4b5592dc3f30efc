import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { changeMyRequest } from "./change-my-request.ts";
import { readMyRequest } from "./read-my-request.ts";
import { discardDraft, readDraft, saveDraft } from "./save-draft.ts";
import { signInWithReceipt } from "./sign-in-with-receipt.ts";
import { signOutReceipt } from "./sign-out-receipt.ts";
import { startDraft } from "./start-draft.ts";
import { submitDraft } from "./submit-draft.ts";
import { withdrawMyRequest } from "./withdraw-my-request.ts";

const DONE = { done: true } as const;

export function registerNewcomerRoutes(app: FastifyInstance): void {
  route(app, endpoints.startDraft, async ({ deps, body, cookies }) => {
    cookies.signIn(await startDraft(deps, body));
    return DONE;
  });
  route(app, endpoints.readDraft, ({ deps, actor }) => readDraft(deps, actor));
  route(app, endpoints.saveDraft, async ({ deps, actor, body }) => {
    await saveDraft(deps, actor, body);
    return DONE;
  });
  route(app, endpoints.discardDraft, async ({ deps, actor, cookies }) => {
    await discardDraft(deps, actor);
    cookies.signOut("receipt");
    return DONE;
  });
  route(app, endpoints.submitDraft, async ({ deps, actor, body, cookies }) => {
    const { receipt, session } = await submitDraft(deps, actor, body.consent);
    cookies.signIn(session);
    return { receipt };
  });
  route(app, endpoints.signInWithReceipt, async ({ deps, body, cookies }) => {
    cookies.signIn(await signInWithReceipt(deps, body));
    return DONE;
  });
  route(app, endpoints.signOutReceipt, async ({ deps, cookies }) => {
    await signOutReceipt(deps, await cookies.session("receipt"));
    cookies.signOut("receipt");
    return DONE;
  });
  route(app, endpoints.readMyRequest, ({ deps, actor }) => readMyRequest(deps, actor));
  route(app, endpoints.changeMyRequest, async ({ deps, actor, body }) => {
    await changeMyRequest(deps, actor, body);
    return DONE;
  });
  route(app, endpoints.withdrawMyRequest, async ({ deps, actor, cookies }) => {
    await withdrawMyRequest(deps, actor);
    cookies.signOut("receipt");
    return DONE;
  });
}

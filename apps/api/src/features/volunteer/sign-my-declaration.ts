import type { EndpointOutput, endpoints, ParsedInput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { signDeclaration } from "../../db/repositories/declarations.ts";
import { noteEligibility, readCurrentVersions } from "../../db/repositories/eligibility.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { requireLockedMe } from "./own-row.ts";

type Body = ParsedInput<typeof endpoints.signMyDeclaration>["body"];

/** One's own name typed under the current version is the signature. */
export function signMyDeclaration(
  deps: AppDeps,
  actor: VolunteerActor,
  { kind, version, typedName }: Body,
): Promise<EndpointOutput<typeof endpoints.signMyDeclaration>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const me = await requireLockedMe(tx, actor);
    if (me.status === "left") throw new Refusal("already_left");
    if (version !== (await readCurrentVersions(tx))[kind]) throw new Refusal("declaration_outdated");
    if (!isSameName(typedName, `${me.firstName} ${me.lastName}`)) {
      throw new InputError([{ path: "typedName", code: "name_differs" }]);
    }
    const now = deps.clock();
    const isNew = await signDeclaration(tx, { volunteerId: me.id, kind, version, signedAt: now });
    if (!isNew) throw new Refusal("already_signed");
    await noteEligibility(tx, me.id, now);
    const facts = { kind, version };
    await deps.recordActivity(tx, {
      actor,
      action: "declaration_signed",
      subjectKind: "volunteer",
      subjectId: me.id,
      facts,
    });
    return { done: true };
  });
}

/** Capitals, accents and blanks do not make another name. */
const isSameName = (typed: string, name: string): boolean => folded(typed) === folded(name);

const folded = (name: string): string =>
  name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim().toLowerCase();

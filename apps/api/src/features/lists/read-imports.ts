import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { forgetCells, listImportsOf } from "../../db/repositories/imports.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { forgetBefore } from "./import-cells.ts";
import { importView, type PreviewPart } from "./import-view.ts";
import { interpretImport } from "./interpret-import.ts";
import { requireImport } from "./require-import.ts";

export function readImport(
  deps: AppDeps,
  actor: StaffActor,
  id: string,
  part: PreviewPart,
): Promise<EndpointOutput<typeof endpoints.readImport>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const record = await requireImport(tx, actor, id);
    return importView(record, await interpretImport(deps, tx, actor, record), part);
  });
}

export function listImports(deps: AppDeps, actor: StaffActor): Promise<EndpointOutput<typeof endpoints.listImports>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await forgetCells(tx, forgetBefore(deps.clock()));
    const items = (await listImportsOf(tx, actor.providerId)).map(({ createdAt, appliedAt, undoneAt, ...item }) => ({
      ...item,
      createdAt: createdAt.toISOString(),
      appliedAt: appliedAt?.toISOString() ?? null,
      undoneAt: undoneAt?.toISOString() ?? null,
    }));
    return { items };
  });
}

import { randomUUID } from "node:crypto";
import type { EndpointOutput, endpoints, ParsedInput } from "@augenhoehe/contract";
import { guessColumns } from "@augenhoehe/domain";
import { forgetCells, insertImport } from "../../db/repositories/imports.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { readTable } from "../../spreadsheet/read-table.ts";
import { withoutNeverRead } from "../../spreadsheet/without-never-read.ts";
import { forgetBefore, sealCells } from "./import-cells.ts";
import { FIRST_PAGE, fieldsOf, importView } from "./import-view.ts";
import { interpretImport } from "./interpret-import.ts";

type Endpoint = typeof endpoints.previewImport;

/** Keeps the list sealed until it is taken over or thrown away; nobody is created yet. */
export async function previewImport(
  deps: AppDeps,
  actor: StaffActor,
  { kind, fileName, contentBase64 }: ParsedInput<Endpoint>["body"],
): Promise<EndpointOutput<Endpoint>> {
  const table = await readTable(Buffer.from(contentBase64, "base64"));
  const mapping = guessColumns(table.columns, fieldsOf(kind)).map(({ field }) => field);
  const id = randomUUID();
  const createdAt = deps.clock();
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await forgetCells(tx, forgetBefore(createdAt));
    const record = await insertImport(tx, {
      ...{ id, kind, fileName, mapping, createdAt },
      providerId: actor.providerId,
      encoding: table.encoding,
      delimiter: table.delimiter,
      cellsSealed: sealCells(deps.vault, id, withoutNeverRead(table)),
      createdBy: actor.accountId,
    });
    return importView(record, await interpretImport(deps, tx, actor, record), FIRST_PAGE);
  });
}

import type { EndpointOutput, endpoints, ParsedInput } from "@augenhoehe/contract";
import { listCurrentTexts, listSigned, type DeclarationTextRow } from "../../db/repositories/declarations.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { requireMe } from "./own-row.ts";

type Declaration = EndpointOutput<typeof endpoints.readMyDeclarations>["declarations"][number];

export function readMyDeclarations(
  deps: AppDeps,
  actor: VolunteerActor,
  { locale }: ParsedInput<typeof endpoints.readMyDeclarations>["query"],
): Promise<EndpointOutput<typeof endpoints.readMyDeclarations>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const me = await requireMe(tx, actor);
    const signed = await listSigned(tx, me.id);
    const texts = await listCurrentTexts(tx);
    return { declarations: texts.flatMap((text) => declarationOf(text, locale ?? me.locale, signed)) };
  });
}

/** The newest text with what the reader signed last; German stands in where their language is missing. */
function declarationOf(
  { kind, version, titles, paragraphs }: DeclarationTextRow,
  locale: keyof DeclarationTextRow["titles"],
  signed: Awaited<ReturnType<typeof listSigned>>,
): Declaration[] {
  if (kind === "consent") return [];
  const newest = signed.find((row) => row.kind === kind);
  const paragraphsDe = paragraphs.de ?? [];
  return [
    {
      kind,
      version,
      title: titles[locale] ?? titles.de ?? "",
      paragraphsDe,
      paragraphs: paragraphs[locale] ?? paragraphsDe,
      signedVersion: newest?.version ?? null,
      signedAt: newest?.signedAt.toISOString() ?? null,
    },
  ];
}

import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { GERMAN_PRACTICE_TOPIC, Refusal } from "@augenhoehe/domain";
import { listTerms } from "../../db/repositories/public-network.ts";
import { lockOwnNetwork, replaceTerms, usedTerms } from "../../db/repositories/settings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { AccountActor } from "../../http/policy.ts";

type Body = ParsedInput<typeof endpoints.updateTerms>["body"];

/** Saves all topics or all interests. One that somebody chose, or that matching knows by name, cannot be left out. */
export function updateTerms(deps: AppDeps, actor: AccountActor, { kind, terms: wanted }: Body) {
  requireGermanLabels(wanted);
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await lockOwnNetwork(tx);
    const keys = new Set(wanted.map(({ key }) => key));
    const removed = (await listTerms(tx)).filter((term) => term.kind === kind && !keys.has(term.key));
    const used = new Set(
      await usedTerms(
        tx,
        kind,
        removed.map(({ key }) => key),
      ),
    );
    const inUse = removed.find(({ key }) => used.has(key) || key === GERMAN_PRACTICE_TOPIC);
    if (inUse !== undefined) throw new Refusal("term_in_use", { term: inUse.labels.de ?? inUse.key });
    await replaceTerms(
      tx,
      kind,
      wanted,
      removed.map(({ key }) => key),
    );
    await deps.recordActivity(tx, {
      actor,
      action: kind === "topic" ? "topics_changed" : "interests_changed",
      subjectKind: "network",
      subjectId: tx.networkId,
      facts: { terms: wanted.length, removed: removed.length },
    });
    return { done: true as const };
  });
}

/** Every word has a German label, and every key stands for one word. */
function requireGermanLabels(wanted: Body["terms"]): void {
  const seen = new Set<string>();
  const issues = wanted.flatMap(({ key, labels }, index) => {
    const isSecond = seen.has(key);
    seen.add(key);
    return [
      ...(isSecond ? [{ path: `terms.${index}.key`, code: "duplicate" }] : []),
      ...((labels.de ?? "").trim() === "" ? [{ path: `terms.${index}.labels.de`, code: "required" }] : []),
    ];
  });
  if (issues.length > 0) throw new InputError(issues);
}

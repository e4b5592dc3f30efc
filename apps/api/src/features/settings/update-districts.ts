import type { District } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { listWholeDistricts, lockOwnNetwork, replaceDistricts, usedDistricts } from "../../db/repositories/settings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { AccountActor } from "../../http/policy.ts";

/** Saves the whole list. Neighbours are made mutual; a district that somebody lives in cannot be left out. */
export function updateDistricts(deps: AppDeps, actor: AccountActor, wanted: readonly District[]) {
  requireDistinctKeys(wanted);
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await lockOwnNetwork(tx);
    const keys = new Set(wanted.map(({ key }) => key));
    const removed = (await listWholeDistricts(tx)).filter(({ key }) => !keys.has(key));
    const used = new Set(
      await usedDistricts(
        tx,
        removed.map(({ key }) => key),
      ),
    );
    const inUse = removed.find(({ key }) => used.has(key));
    if (inUse !== undefined) throw new Refusal("district_in_use", { district: inUse.name });
    await replaceDistricts(
      tx,
      withMutualNeighbours(wanted),
      removed.map(({ key }) => key),
    );
    await deps.recordActivity(tx, {
      actor,
      action: "districts_changed",
      subjectKind: "network",
      subjectId: tx.networkId,
      facts: { districts: wanted.length, removed: removed.length },
    });
    return { done: true as const };
  });
}

function requireDistinctKeys(wanted: readonly District[]): void {
  const seen = new Set<string>();
  const issues = wanted.flatMap(({ key }, index) => {
    const isSecond = seen.has(key);
    seen.add(key);
    return isSecond ? [{ path: `districts.${index}.key`, code: "duplicate" }] : [];
  });
  if (issues.length > 0) throw new InputError(issues);
}

function withMutualNeighbours(wanted: readonly District[]): District[] {
  return wanted.map((district) => ({
    ...district,
    neighbours: wanted
      .filter((other) => other.key !== district.key)
      .filter((other) => district.neighbours.includes(other.key) || other.neighbours.includes(district.key))
      .map(({ key }) => key),
  }));
}

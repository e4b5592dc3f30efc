import { Id, Instant, RoundEdit, RoundSettings } from "@augenhoehe/contract";
import type { RoundWishes } from "@augenhoehe/domain/matching";
import { z } from "zod";
import type { StoredDraft } from "../../db/repositories/round-drafts.ts";
import type { PlanBasis } from "../../matching-rounds/round-tasks.ts";
import type { Vault } from "../../vault.ts";

const SettingsChange = z.strictObject({ kind: z.literal("settings"), settings: RoundSettings });
const Step = z.strictObject({
  at: Instant,
  /** Account. */
  by: Id,
  change: z.discriminatedUnion("kind", [...RoundEdit.options, SettingsChange]),
});
export type DraftStep = z.infer<typeof Step>;

const Basis = z.strictObject({
  settings: RoundSettings,
  wishes: z.custom<RoundWishes>((value) => typeof value === "object" && value !== null),
});
const State = Basis.extend({ steps: z.array(Step) });

/** The changes of a draft in order, and the settings and wishes that follow from them. */
export interface DraftState extends PlanBasis {
  readonly steps: readonly DraftStep[];
}

const placeOf = (draftId: string, column: "state_sealed" | "before_sealed") => ({
  table: "round_drafts",
  column,
  rowId: draftId,
});

export const sealState = (vault: Vault, draftId: string, { steps, settings, wishes }: DraftState): string =>
  vault.seal(JSON.stringify({ steps, settings, wishes }), placeOf(draftId, "state_sealed"));

export const openState = (vault: Vault, { id, stateSealed }: Pick<StoredDraft, "id" | "stateSealed">): DraftState =>
  State.parse(JSON.parse(vault.open(stateSealed, placeOf(id, "state_sealed"))));

export const sealBefore = (vault: Vault, draftId: string, { settings, wishes }: PlanBasis): string =>
  vault.seal(JSON.stringify({ settings, wishes }), placeOf(draftId, "before_sealed"));

export function openBefore(vault: Vault, draft: Pick<StoredDraft, "id" | "beforeSealed">): PlanBasis | null {
  const { id, beforeSealed } = draft;
  return beforeSealed === null ? null : Basis.parse(JSON.parse(vault.open(beforeSealed, placeOf(id, "before_sealed"))));
}

/** What is left of the steps once the last is taken back. */
export function settingsAfter(first: RoundSettings, steps: readonly DraftStep[]): RoundSettings {
  const last = steps.findLast(({ change }) => change.kind === "settings")?.change;
  return last?.kind === "settings" ? last.settings : first;
}

export const editsOf = (steps: readonly DraftStep[]): RoundEdit[] =>
  steps.flatMap(({ change }) => (change.kind === "settings" ? [] : [change]));

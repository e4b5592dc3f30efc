import type { FileReply } from "@augenhoehe/contract";
import { proposalView } from "@augenhoehe/domain";
import { readOwnRows } from "../../db/repositories/own-data.ts";
import { readNetworkName } from "../../db/repositories/networks.ts";
import { readProvider } from "../../db/repositories/public-network.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { openFuehrungszeugnis } from "../../people/fuehrungszeugnis-entry.ts";
import { isCleared } from "../../people/protection-clearance.ts";
import { profileOf } from "../../people/volunteer-profile.ts";
import type { Vault } from "../../vault.ts";
import { requireMe, type OwnRow } from "./own-row.ts";

/**
 * Everything stored about the person, opened, and nothing about anybody else: of a proposal only what its own side
 * sees, so that no file tells of the other side's answer.
 */
export function downloadMyData(deps: AppDeps, actor: VolunteerActor): Promise<FileReply> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const me = await requireMe(tx, actor);
    const { proposals, fuehrungszeugnis, ...rows } = await readOwnRows(tx, actor);
    const provider = await readProvider(tx, me.providerId);
    const data = {
      writtenAt: deps.clock(),
      network: await readNetworkName(tx),
      provider: provider.name,
      person: { email: me.email, ...profileOf(me, deps.vault), ...stagesOf(me) },
      notes: notesOf(me, deps.vault),
      fuehrungszeugnis: fuehrungszeugnis.map(({ entrySealed, recordedAt }) => ({
        entry: openFuehrungszeugnis(deps.vault, me.id, entrySealed),
        recordedAt,
      })),
      proposals: proposals.map((proposal) => ({
        askedAt: proposal.createdAt,
        answerBy: proposal.answerBy,
        myAnswerAt: proposal.volunteerAnsweredAt,
        state: proposalView(proposal, "volunteer"),
      })),
      ...rows,
    };
    await deps.recordActivity(tx, { actor, action: "own_data_downloaded", subjectKind: "volunteer", subjectId: me.id });
    const fileName = `augenhoehe-meine-daten-${deps.clock().toISOString().slice(0, 10)}.json`;
    return { contentType: "application/json; charset=utf-8", fileName, content: JSON.stringify(data, null, 2) };
  });
}

const stagesOf = ({
  status,
  createdAt,
  interviewedOn,
  eligibleSince,
  pausedAt,
  leftAt,
  certificateOverrideAt,
}: OwnRow) => ({
  status,
  signedUpAt: createdAt,
  interviewedOn,
  eligibleSince,
  pausedAt,
  leftAt,
  certificateOverrideAt,
});

/** What staff wrote down about the person, sealed in the database. */
function notesOf(me: OwnRow, vault: Vault) {
  const open = (column: string, sealed: string | null) =>
    sealed === null ? null : vault.open(sealed, { table: "volunteers", column, rowId: me.id });
  return {
    interview: open("interview_note_sealed", me.interviewNoteSealed),
    certificateOverride: open("certificate_override_reason_sealed", me.certificateOverrideReasonSealed),
    clearedForProtected: isCleared(vault, me.id, me.protectionClearanceSealed),
  };
}

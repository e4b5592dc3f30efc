import type { FileReply, RecruitmentView } from "@augenhoehe/contract";
import { writeAgeBand, writeGender, writeLanguages } from "@augenhoehe/domain";
import type { RecruitGroup, RecruitTime } from "@augenhoehe/domain/matching";
import { readToday } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { TABLE_CONTENT_TYPES, writeTable, type TableFormat } from "../../spreadsheet/write-table.ts";
import { readDraftScene } from "./draft-scene.ts";
import type { DraftOfRound } from "./own-round.ts";
import { requirePlan, roundOf } from "./plan-draft.ts";

/** Whom to look for next: what the plan would gain, by language, district, gender, time and age. */
export async function readRoundRecruitment(
  deps: AppDeps,
  actor: StaffActor,
  of: DraftOfRound,
): Promise<RecruitmentView> {
  const scene = await readDraftScene(deps, actor, of);
  const { plan } = await requirePlan(deps, scene);
  const advice = await deps.rounds.ask(roundOf(scene), "recruit", { basis: scene.basis, plan });
  return {
    ...advice,
    revision: scene.draft.revision,
    groups: advice.groups.map((group) => ({
      ...group,
      districtName: group.district === null ? null : (scene.districtNames.get(group.district) ?? group.district),
    })),
  };
}

const COLUMNS = ["Gesucht", "Sprache", "Nahe bei", "Geschlecht", "Alter", "Zeit", "Tandems dadurch"] as const;
const TIMES = {
  daytime: "werktags tagsüber",
  evenings: "abends",
  weekend: "am Wochenende",
} as const satisfies Record<RecruitTime, string>;
const ANY = "egal";

/** For a volunteer agency: groups and numbers, nobody's data. That it left the house is in the log. */
export async function downloadRoundRecruitment(
  deps: AppDeps,
  actor: StaffActor,
  of: DraftOfRound,
  format: TableFormat,
): Promise<FileReply> {
  const { groups } = await readRoundRecruitment(deps, actor, of);
  const today = await deps.db.withTenant(actor.networkId, async (tx) => {
    const facts = { draftId: of.draftId, format, groups: groups.length };
    await deps.recordActivity(tx, {
      actor,
      action: "round_recruitment_downloaded",
      subjectKind: "round",
      subjectId: of.id,
      facts,
    });
    return readToday(tx, deps.clock());
  });
  return {
    contentType: TABLE_CONTENT_TYPES[format],
    fileName: `gesuchte-mentoren-${today}.${format}`,
    content: await writeTable(format, COLUMNS, groups.map(cells)),
  };
}

const cells = (group: RecruitGroup & { readonly districtName: string | null }): string[] => [
  String(group.mentors),
  writeLanguages([{ code: group.language, level: "fluent" }]),
  group.districtName ?? ANY,
  group.gender === null ? ANY : writeGender(group.gender),
  group.ageBand === null ? ANY : writeAgeBand(group.ageBand),
  group.time === null ? ANY : TIMES[group.time],
  String(group.tandems),
];

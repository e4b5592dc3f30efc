import type { FileReply, FunderProof, Measure } from "@augenhoehe/contract";
import { unitsOf } from "@augenhoehe/domain";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import type { Cell, TableFormat } from "../../spreadsheet/write-table.ts";
import { funderProof } from "./funder-proof.ts";
import { localTimes } from "./local-times.ts";
import { proofFile, requireProofSize } from "./proof-file.ts";
import { proofScope, type ProofFilter } from "./proof-scope.ts";

const COLUMNS = [
  "Zeile",
  "Maßnahme",
  "Datum",
  "Von",
  "Bis",
  "Modul",
  "Ort",
  "Zeitstunden",
  "Unterrichtseinheiten",
  "Minuten je Einheit",
  "Teilnehmende",
  "Teilnahmen",
  "Teilnahmestunden",
  "Kursleitungen",
] as const;

export const exportFunderProof = (
  deps: AppDeps,
  actor: StaffActor,
  { format, ...filter }: ProofFilter & { format: TableFormat },
): Promise<FileReply> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const proof = await funderProof(tx, actor, await proofScope(deps, tx, actor, filter));
    const rows = [...proof.measures.flatMap(rowsWith(await readTimeZone(tx))), ...lastRow(proof)];
    requireProofSize(rows.length);
    return proofFile(deps, tx, actor, { proof: "measures", format, columns: COLUMNS, rows });
  });

/** One row for each date, then the sum of the measure. */
const rowsWith = (timeZone: string) => {
  const timesOf = localTimes(timeZone);
  return (measure: Measure): Cell[][] => [
    ...measure.dates.map((date) => [
      "Termin",
      measure.title,
      ...timesOf({ startsAtMs: Date.parse(date.startsAt), endsAtMs: Date.parse(date.endsAt) }),
      date.moduleTitle,
      date.place,
      hours(date.minutes),
      rounded(unitsOf(date.minutes, measure.unitMinutes)),
      measure.unitMinutes,
      date.participants,
      date.participants,
      hours(date.participantMinutes),
      measure.trainers,
    ]),
    [
      "Summe der Maßnahme",
      measure.title,
      "",
      "",
      "",
      "",
      measure.places.join(", "),
      hours(measure.minutes),
      rounded(measure.units),
      measure.unitMinutes,
      measure.participants,
      measure.dates.reduce((sum, { participants }) => sum + participants, 0),
      hours(measure.participantMinutes),
      measure.trainers,
    ],
  ];
};

/** Units of different lengths have no sum. */
const lastRow = ({ measures, sums }: FunderProof): Cell[][] =>
  measures.length === 0
    ? []
    : [
        [
          "Summe aller Maßnahmen",
          "",
          "",
          "",
          "",
          "",
          "",
          hours(sums.minutes),
          "",
          "",
          sums.people,
          sums.visits,
          hours(sums.visitMinutes),
          "",
        ],
      ];

const rounded = (value: number): number => Math.round(value * 100) / 100;
const hours = (minutes: number): number => rounded(minutes / 60);

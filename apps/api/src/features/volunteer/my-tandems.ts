import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { VISIBLE_OF_MENTEE, visibilityStage, type PersonField } from "@augenhoehe/domain";
import type { MyTandemRow } from "../../db/repositories/own-volunteer.ts";
import { openFirstMeeting } from "../../matching/first-meeting.ts";
import { channelsOfMentee } from "../../people/released-channels.ts";
import type { Vault } from "../../vault.ts";

type MyTandem = EndpointOutput<typeof endpoints.readMyHome>["tandems"][number];

/** Everything shown of the other person while a tandem lasts; each field is on the stage's allow-list. */
const SHOWN = [
  "chosenName",
  "languages",
  "topics",
  "districtName",
  "channels",
  "firstMeeting",
] as const satisfies PersonField[];

/** A volunteer's tandems. What a mentee no longer releases is gone at once; of an ended tandem only its dates stay. */
export const myTandems = (rows: readonly MyTandemRow[], vault: Vault): MyTandem[] =>
  rows.map(({ tandem, request, mentee }) => {
    const stage = visibilityStage("volunteer", { isEligible: true, proposal: "confirmed", tandem: tandem.status });
    const isShown = SHOWN.every((field) => VISIBLE_OF_MENTEE[stage].includes(field));
    return {
      id: tandem.id,
      status: tandem.status,
      startedAt: tandem.startedAt.toISOString(),
      mentee: isShown
        ? {
            chosenName: mentee.chosenName,
            languages: request.languages.map(({ code, level }) => ({ code, level })),
            topics: request.topics,
            districtName: request.districtName,
            channels: channelsOfMentee(mentee, vault),
          }
        : null,
      firstMeeting: isShown ? openFirstMeeting(vault, tandem) : null,
    };
  });

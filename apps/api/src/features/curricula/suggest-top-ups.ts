import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { EXAMPLE_CURRICULA, rankTopics, topicsCountSince, type TopUpTopic } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import {
  countMeetingsWithTopics,
  countRaisedTopics,
  listTopUps,
  listTopUpSessionsAhead,
} from "../../db/repositories/top-ups.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { localDayOf } from "../../local-time.ts";

type Suggestions = EndpointOutput<typeof endpoints.suggestTopUps>;
type Answer = Suggestions["items"][number]["answer"];

/** Meetings of every provider count: top-ups are open to everybody in the network, and a topic names nobody. */
export const suggestTopUps = (deps: AppDeps, actor: StaffActor): Promise<Suggestions> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const since = topicsCountSince(now);
    const answerTo = await findAnswers(tx, now);
    const topics = rankTopics(await countRaisedTopics(tx, since, now));
    return {
      meetings: await countMeetingsWithTopics(tx, since, now),
      items: topics.map(({ topic, meetings }) => ({ topic, meetings, answer: answerTo(topic) })),
    };
  });

async function findAnswers(tx: Tx, now: Date): Promise<(topic: TopUpTopic) => Answer> {
  const timeZone = await readTimeZone(tx);
  const ahead = await listTopUpSessionsAhead(tx, now);
  const topUps = await listTopUps(tx);
  return (wanted) => {
    const session = ahead.find(({ topic }) => topic === wanted);
    if (session !== undefined) {
      const { courseId, title, startsAt } = session;
      const startsOn = localDayOf(startsAt, timeZone);
      return { kind: "planned", courseId, title, startsOn, startsAt: startsAt.toISOString() };
    }
    const topUp = topUps.find(({ topic }) => topic === wanted);
    if (topUp !== undefined) return { kind: "curriculum", curriculumId: topUp.id, title: topUp.title };
    const example = EXAMPLE_CURRICULA.find(({ topic }) => topic === wanted);
    return example === undefined ? { kind: "none" } : { kind: "example", key: example.key, title: example.title };
  };
}

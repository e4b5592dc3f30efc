import type { PlanComparisonView } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import type { ReasonWords } from "#lib/messages/reason-message.ts";
import { m } from "#lib/paraglide/messages.js";

/** Names said in one sentence; the rest is counted. */
const NAMED = 3;

export interface ChangeWords {
  /** What it means, in a few sentences. */
  readonly sentences: readonly string[];
  /** Everybody who has somebody else now. */
  readonly moved: readonly string[];
}

type Served = { readonly requestId: string; readonly chosenName: string };

function names(people: readonly Served[], count: number, words: ReasonWords): string {
  const named = people.slice(0, NAMED).map(({ chosenName }) => isolated(chosenName));
  const more = count - named.length;
  return words.list(more > 0 ? [...named, m.rounds_more_names({ count: more })] : named);
}

const movedNames = ({ chosenName, before, after }: PlanComparisonView["moved"][number]) => ({
  name: isolated(chosenName),
  before: isolated(before.name),
  after: isolated(after.name),
});

/**
 * What a change of the plan did, for whoever made it. Sums of points are compared only between as many pairs: one pair
 * more always has more.
 */
export function changeWords(change: PlanComparisonView, words: ReasonWords): ChangeWords {
  const { counts, moved, newlyServed, noLongerServed, points, served } = change;
  const sentences = [
    counts.noLongerServed > 0 &&
      m.rounds_change_waits({
        count: counts.noLongerServed,
        names: names(noLongerServed, counts.noLongerServed, words),
      }),
    counts.newlyServed > 0 &&
      m.rounds_change_served({ count: counts.newlyServed, names: names(newlyServed, counts.newlyServed, words) }),
    counts.moved > 0 && m.rounds_change_moved({ count: counts.moved }),
    served === 0 && points > 0 && m.rounds_change_better({ count: points }),
    served === 0 && points < 0 && m.rounds_change_worse({ count: -points }),
  ].filter((sentence) => sentence !== false);
  return {
    sentences: sentences.length === 0 ? [m.rounds_change_nothing()] : sentences,
    moved: moved.map((pair) => m.rounds_moved_line(movedNames(pair))),
  };
}

/** What choosing another pair would cost the others: everybody but the one it is made for. */
export function costSentences(cost: PlanComparisonView, requestId: string, words: ReasonWords): string[] {
  const isOther = (person: { requestId: string }) => person.requestId !== requestId;
  const others = {
    moved: cost.moved.filter(isOther),
    served: cost.newlyServed.filter(isOther),
    waiting: cost.noLongerServed.filter(isOther),
  };
  const [first, second] = others.moved;
  const sentences = [
    others.waiting.length > 0 &&
      m.rounds_cost_waits({
        count: others.waiting.length,
        names: names(others.waiting, others.waiting.length, words),
      }),
    others.served.length > 0 &&
      m.rounds_cost_served({ count: others.served.length, names: names(others.served, others.served.length, words) }),
    first !== undefined && second === undefined && m.rounds_cost_moved_one(movedNames(first)),
    second !== undefined && m.rounds_cost_moved({ count: others.moved.length }),
  ].filter((sentence) => sentence !== false);
  if (sentences.length === 0) sentences.push(m.rounds_cost_nothing());
  if (cost.served !== 0) return sentences;
  if (cost.points > 0) sentences.push(m.rounds_cost_better({ count: cost.points }));
  if (cost.points < 0) sentences.push(m.rounds_cost_worse({ count: -cost.points }));
  return sentences;
}

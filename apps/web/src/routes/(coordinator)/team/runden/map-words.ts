import type { ReadyPlanView } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import { m } from "#lib/paraglide/messages.js";
import { joined, mapShapes } from "./map-shapes.ts";

/** The map as it is drawn, and the same as sentences, the most frequent first. */
export function mapWords(map: ReadyPlanView["map"]) {
  const name = (key: string) => isolated(map.districts.find((district) => district.key === key)?.name ?? key);
  const sentences = joined(map.lines)
    .toSorted((a, b) => b.pairs - a.pairs)
    .map(({ from, to, pairs }) =>
      from === to
        ? m.rounds_map_within({ count: pairs, district: name(from) })
        : m.rounds_map_between({ count: pairs, from: name(from), to: name(to) }),
    );
  return { shapes: mapShapes(map), sentences };
}

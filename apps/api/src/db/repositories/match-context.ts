import { and, eq, inArray, sql } from "drizzle-orm";
import {
  createDistrictMap,
  type DistrictMap,
  type DistrictPlace,
  type PairHistory,
  type Weights,
} from "@augenhoehe/domain/matching";
import type { Tx } from "../client.ts";
import { preparedOn } from "../prepared-on.ts";
import { proposals, tandems } from "../schema/matching.ts";
import { districts } from "../schema/people.ts";
import { networks } from "../schema/platform.ts";

/** What a network says about matching, and where its districts lie. */
export interface NetworkMatching {
  readonly weights: Weights;
  readonly places: readonly (DistrictPlace & { readonly name: string })[];
  readonly districtMap: DistrictMap;
  readonly timeZone: string;
  readonly networkName: string;
}

export async function readNetworkMatching(tx: Tx): Promise<NetworkMatching> {
  const [network] = await tx
    .select({
      name: networks.name,
      weights: networks.weights,
      version: networks.weightsVersion,
      timeZone: networks.timeZone,
    })
    .from(networks)
    .where(eq(networks.id, tx.networkId));
  if (network === undefined) throw new Error("A transaction without its network");
  const places = await tx
    .select({
      key: districts.key,
      name: districts.name,
      lat: districts.lat,
      lng: districts.lng,
      neighbours: districts.neighbours,
    })
    .from(districts)
    .where(eq(districts.networkId, tx.networkId));
  return {
    weights: { ...network.weights, version: network.version },
    places,
    districtMap: createDistrictMap(places),
    timeZone: network.timeZone,
    networkName: network.name,
  };
}

/** Ends that are somebody's no: the pair is not proposed again. */
export const DECLINED_STATES = ["declined_by_volunteer", "declined_by_mentee", "declined_by_coordinator"] as const;

const history = preparedOn((tx) =>
  tx
    .select({ volunteerId: proposals.volunteerId, isFormer: sql<boolean>`false` })
    .from(proposals)
    .where(
      and(
        eq(proposals.networkId, sql.placeholder("networkId")),
        eq(proposals.menteeId, sql.placeholder("menteeId")),
        inArray(proposals.state, [...DECLINED_STATES]),
      ),
    )
    .unionAll(
      tx
        .select({ volunteerId: tandems.volunteerId, isFormer: sql<boolean>`true` })
        .from(tandems)
        .where(
          and(eq(tandems.networkId, sql.placeholder("networkId")), eq(tandems.menteeId, sql.placeholder("menteeId"))),
        ),
    )
    .prepare("pair_history"),
);

/** Who was paired with this mentee before: they never return, whatever the request. */
export async function readPairHistory(tx: Tx, menteeId: string): Promise<PairHistory> {
  const pairs = await history(tx).execute({ networkId: tx.networkId, menteeId });
  const idsOf = (wanted: boolean) =>
    new Set(pairs.filter(({ isFormer }) => isFormer === wanted).map(({ volunteerId }) => volunteerId));
  return { declined: idsOf(false), former: idsOf(true) };
}

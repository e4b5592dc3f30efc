import { RequestPacker, packMentors, type PackedMentors } from "@augenhoehe/domain/matching";
import type { Tx } from "../db/client.ts";
import { readCurrentVersions, type CurrentVersions } from "../db/repositories/eligibility.ts";
import { readNetworkMatching, type NetworkMatching } from "../db/repositories/match-context.ts";
import { mentorOf, readMentorNews, readMentors } from "../db/repositories/match-mentors.ts";

/** A provider's mentors, packed, with what their network says about matching. */
export interface MentorPool {
  readonly mentors: PackedMentors;
  readonly network: NetworkMatching;
  /** Packs requests with the interest shares of the mentors who are in the pool now. */
  packer(): RequestPacker;
}

export interface MentorPools {
  /**
   * The pool as this transaction sees the database. Others may change it as soon as something is waited for: whoever
   * needs it to stand still takes a copy.
   */
  open(tx: Tx, providerId: string): Promise<MentorPool>;
}

interface RememberedPool {
  readonly pool: MentorPool;
  readonly versions: CurrentVersions;
  readonly database: string;
  /** Everything visible in here is in the pool. */
  snapshot: string;
}

const REMEMBERED_MENTORS = 60_000;

/**
 * Keeps pools of mentors in this process, each with the database's note of what was visible when it was read. Before
 * every use the database is asked for what that note does not cover: entries that triggers wrote in the transactions
 * which changed something. So a pool is never older than the database, whichever process wrote and however late it
 * committed. A transaction that writes gets a copy with its own changes; nobody else ever sees it.
 */
export function createMentorPools(): MentorPools {
  const remembered = new Map<string, RememberedPool>();
  const loading = new Map<string, Promise<unknown>>();

  async function load(tx: Tx, providerId: string, key: string): Promise<MentorPool> {
    const seen = await readMentors(tx, providerId);
    // After the mentors: what changes in between is news to this snapshot, and everybody is read anew.
    const network = await readNetworkMatching(tx);
    const versions = await readCurrentVersions(tx);
    const pool = poolOf(packMentors(seen.mentors.map((tuple) => mentorOf(tuple, versions))), network);
    const { snapshot, database, isWriting } = seen;
    if (!isWriting) remember(remembered, key, { pool, versions, database, snapshot });
    return pool;
  }

  /** Null when another transaction of this process has changed the pool meanwhile. */
  async function catchUp(tx: Tx, providerId: string, key: string, known: RememberedPool): Promise<MentorPool | null> {
    const { version } = known.pool.mentors;
    const news = await readMentorNews(tx, providerId, known.snapshot);
    if (news.everythingChanged || news.database !== known.database) return load(tx, providerId, key);
    if (remembered.get(key) !== known || known.pool.mentors.version !== version) return null;
    const isPrivate = news.isWriting && news.changedIds.length > 0;
    const pool = isPrivate ? poolOf(known.pool.mentors.copy(), known.pool.network) : known.pool;
    const stillThere = new Set<string>();
    for (const tuple of news.mentors) {
      const mentor = mentorOf(tuple, known.versions);
      stillThere.add(mentor.id);
      pool.mentors.upsert(mentor);
    }
    for (const id of news.changedIds) if (!stillThere.has(id)) pool.mentors.remove(id);
    if (!news.isWriting) {
      known.snapshot = news.snapshot;
      remember(remembered, key, known);
    }
    return pool;
  }

  return {
    async open(tx, providerId) {
      const key = `${tx.networkId}/${providerId}`;
      for (;;) {
        await loading.get(key)?.catch(() => undefined);
        const known = remembered.get(key);
        const work = known === undefined ? load(tx, providerId, key) : catchUp(tx, providerId, key, known);
        if (known === undefined) loading.set(key, work);
        const pool = await work.finally(() => {
          if (loading.get(key) === work) loading.delete(key);
        });
        if (pool !== null) return pool;
      }
    },
  };
}

function poolOf(mentors: PackedMentors, network: NetworkMatching): MentorPool {
  let packer: RequestPacker | undefined;
  let packedAt = -1;
  return {
    mentors,
    network,
    packer() {
      if (packer === undefined || packedAt !== mentors.version) {
        const { weights, districtMap: districts } = network;
        packer = new RequestPacker(mentors, { weights, districts, interestShares: mentors.interestShares() });
        packedAt = mentors.version;
      }
      return packer;
    },
  };
}

/** The last used stays longest. */
function remember(pools: Map<string, RememberedPool>, key: string, known: RememberedPool): void {
  pools.delete(key);
  pools.set(key, known);
  let mentors = pools.values().reduce((sum, { pool }) => sum + pool.mentors.size, 0);
  for (const [oldest, { pool }] of pools) {
    if (mentors <= REMEMBERED_MENTORS || oldest === key) return;
    pools.delete(oldest);
    mentors -= pool.mentors.size;
  }
}

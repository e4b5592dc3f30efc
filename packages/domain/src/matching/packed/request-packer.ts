import { fitOfCommonGround, fitOfTopics } from "../interests-fit.ts";
import { NO_HISTORY, prepareRequest } from "../prepare-request.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import type { MatchContext, MatchMentor, MatchRequest, PairHistory } from "../types.ts";
import type { WeighedHomes } from "./homes.ts";
import { DECLINED, flagsOf, forbiddenFlags, FORMER } from "./mentor-flags.ts";
import type { PackedMentors } from "./packed-mentors.ts";

/** Sealed facts about mentors, looked up for one request: they stand for what the pool says about them. */
export type SealedFacts = Pick<MatchMentor, "hasValidFuehrungszeugnis" | "clearedForProtected">;

/** What is known about single mentors beside this request alone. */
export interface RequestKnowledge {
  readonly history?: PairHistory;
  /** By mentor id; who is missing here is as the pool says. */
  readonly sealedFacts?: ReadonlyMap<string, SealedFacts>;
}

/** Asked interests as bits: which word of a row they stand in, and which bits were asked for. */
interface AskedWord {
  readonly word: number;
  readonly bits: number;
}

/** What languages bring. */
interface WeighedLanguages {
  readonly ofProfile: Int32Array;
  /** Highest per block; see `bestOfBlock`. */
  readonly ofBlock: Int32Array;
}

/**
 * One request beside one pool, as tables that a row's numbers are looked up in. Weighted fits are summed in
 * ten-thousandths of points, those that exclude as in `excludedIf`. Valid until the pool changes.
 */
export interface PackedRequest {
  readonly prepared: PreparedRequest;
  readonly poolVersion: number;
  readonly forbiddenFlags: number;
  readonly sealedFacts: ReadonlyMap<string, SealedFacts>;
  /** Flags of single mentors that differ for this request, by row. */
  readonly ownFlags: ReadonlyMap<number, number>;
  readonly homes: WeighedHomes;
  readonly languages: WeighedLanguages;
  readonly times: WeighedTimes;
  readonly topics: WeighedTopics;
  readonly askedInterests: readonly AskedWord[];
  readonly rarityOfInterest: Int32Array;
  readonly interestsWeight: number;
  /** The most that shared interests add to what the topics bring. */
  readonly mostOfInterests: number;
  /** The most that times, topics and interests can bring. */
  readonly mostOfRest: number;
}

interface WeighedTimes {
  readonly points: Int32Array;
  readonly most: number;
}

/** What topics bring while no interest is shared. */
interface WeighedTopics {
  readonly points: Int32Array;
  readonly most: number;
  /** Ten-thousandths, not weighted. */
  readonly fits: Int32Array;
}

const NO_FACTS: ReadonlyMap<string, SealedFacts> = new Map();
const TABLES_KEPT = 2_048;

/** Packs requests for one pool in one context; what many requests have in common is worked out once. */
export class RequestPacker {
  readonly pool: PackedMentors;
  readonly context: MatchContext;
  #version = -1;
  readonly #homes = new Map<string, WeighedHomes>();
  readonly #languages = new Map<string, WeighedLanguages>();
  readonly #times = new Map<number | null, WeighedTimes>();
  readonly #topics = new Map<string, WeighedTopics>();

  constructor(pool: PackedMentors, context: MatchContext) {
    this.pool = pool;
    this.context = context;
  }

  pack(request: MatchRequest, knowledge: RequestKnowledge = {}): PackedRequest {
    this.#forgetOtherVersions();
    const { pool, context } = this;
    const weight = context.weights.interests;
    const prepared = prepareRequest(request, knowledge.history ?? NO_HISTORY, context);
    const times = keep(this.#times, prepared.slots, () => {
      const points = pool.times.weigh(prepared);
      return { points, most: highest(points) };
    });
    const topics = keep(this.#topics, [...prepared.askedTopics].join("\n"), () => {
      const fits = pool.topics.weigh(prepared);
      const points = fits.map((fit) => fitOfCommonGround(fit, 0) * weight);
      return { fits, points, most: highest(points) };
    });
    const { rarityOfInterest, rarity, askedInterests } = this.#interests(prepared);
    const mostOfInterests = mostAdded(prepared.askedTopics.size, rarity) * weight;
    return {
      prepared,
      poolVersion: pool.version,
      forbiddenFlags: forbiddenFlags(request),
      sealedFacts: knowledge.sealedFacts ?? NO_FACTS,
      ownFlags: this.#ownFlags(knowledge),
      homes: keep(this.#homes, JSON.stringify([request.district, request.reachKm]), () => pool.homes.weigh(prepared)),
      languages: keep(this.#languages, languagesKey(prepared), () => ({
        ofProfile: pool.profiles.weigh(prepared),
        ofBlock: new Int32Array(pool.blocks.isClosed.length),
      })),
      times,
      topics,
      askedInterests,
      rarityOfInterest,
      interestsWeight: weight,
      mostOfInterests,
      mostOfRest: times.most + topics.most + mostOfInterests,
    };
  }

  #interests({ interestRarity }: PreparedRequest) {
    const { rows, interests } = this.pool;
    const rarityOfInterest = new Int32Array(rows.interestWords * 32);
    const bitsOfWord = new Map<number, number>();
    let rarity = 0;
    for (const [interest, rarityOfOne] of interestRarity) {
      const index = interests.find(interest);
      if (index === undefined || index >= rarityOfInterest.length) continue;
      rarityOfInterest[index] = rarityOfOne;
      rarity += rarityOfOne;
      bitsOfWord.set(index >> 5, (bitsOfWord.get(index >> 5) ?? 0) | (1 << (index & 31)));
    }
    return { rarityOfInterest, rarity, askedInterests: [...bitsOfWord].map(([word, bits]) => ({ word, bits })) };
  }

  /** Former and declined pairs, and sealed facts, written into the flags of those they are about. */
  #ownFlags({ history = NO_HISTORY, sealedFacts = NO_FACTS }: RequestKnowledge): Map<number, number> {
    const own = new Map<number, number>();
    const change = (id: string, changed: (flags: number, mentor: MatchMentor) => number): void => {
      const number = this.pool.numberOf(id);
      const mentor = this.pool.get(id);
      if (number === undefined || mentor === undefined) return;
      const row = this.pool.rowOf(number);
      own.set(row, changed(own.get(row) ?? this.pool.rows.flags[row]!, mentor));
    };
    for (const [id, facts] of sealedFacts) change(id, (_, mentor) => flagsOf({ ...mentor, ...facts }));
    for (const id of history.former) change(id, (flags) => flags | FORMER);
    for (const id of history.declined) change(id, (flags) => flags | DECLINED);
    return own;
  }

  #forgetOtherVersions(): void {
    if (this.#version === this.pool.version) return;
    this.#version = this.pool.version;
    for (const tables of [this.#homes, this.#languages, this.#times, this.#topics]) tables.clear();
  }
}

function languagesKey({ request, germanInFull }: PreparedRequest): string {
  const spoken = request.languages.map(({ code, level }) => `${code}/${level}`);
  return `${germanInFull}/${request.interpreterAgreed}/${spoken.join()}`;
}

function keep<Key, Table>(tables: Map<Key, Table>, key: Key, work: () => Table): Table {
  const known = tables.get(key);
  if (known !== undefined) return known;
  if (tables.size >= TABLES_KEPT) tables.clear();
  const table = work();
  tables.set(key, table);
  return table;
}

const highest = (points: Int32Array): number => points.reduce((most, one) => Math.max(most, one), 0);

/** Ten-thousandths that shared interests of this rarity add; rounding makes it depend on the topics by a hair. */
function mostAdded(askedTopics: number, rarity: number): number {
  let most = 0;
  for (let offered = 0; offered <= askedTopics; offered++) {
    const fit = fitOfTopics(offered, askedTopics);
    most = Math.max(most, fitOfCommonGround(fit, rarity) - fitOfCommonGround(fit, 0));
  }
  return most;
}

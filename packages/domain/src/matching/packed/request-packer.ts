import { fitOfOverlap } from "../availability-fit.ts";
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

/** One asked term set as bits: where it stands in a row, and which bits were asked for. */
interface AskedWord {
  readonly word: number;
  readonly bits: number;
}

/**
 * One request beside one pool, as tables that a row's columns are looked up in. Weighted fits are summed in
 * ten-thousandths of points. Valid until the pool changes.
 */
export interface PackedRequest {
  readonly prepared: PreparedRequest;
  readonly poolVersion: number;
  readonly forbiddenFlags: number;
  readonly sealedFacts: ReadonlyMap<string, SealedFacts>;
  /** Flags of single mentors that differ for this request, by row. */
  readonly ownFlags: ReadonlyMap<number, number>;
  readonly homes: WeighedHomes;
  readonly pointsOfProfile: Int32Array;
  /** Highest points of a profile per block; −2 until looked at. */
  readonly bestOfBlock: Int32Array;
  /** Asked parts of the week; 0 is untold. */
  readonly slots: number;
  /** By the number of common parts, 0 to 3. */
  readonly pointsOfOverlap: Int32Array;
  readonly pointsOfUntoldTimes: number;
  readonly askedTopics: readonly AskedWord[];
  readonly askedInterests: readonly AskedWord[];
  /** By the number of offered asked topics; ten-thousandths, not weighted. */
  readonly fitOfTopics: Int32Array;
  /** By the number of offered asked topics, with no shared interest; weighted. */
  readonly pointsOfTopics: Int32Array;
  readonly rarityOfInterest: Int32Array;
  readonly interestsWeight: number;
  /** The most that interests, and times and interests together, can add. */
  readonly mostOfInterests: number;
  readonly mostOfRest: number;
}

const NO_FACTS: ReadonlyMap<string, SealedFacts> = new Map();
const TABLES_KEPT = 512;
const MOST_OVERLAP = 3;

/** Packs requests for one pool in one context; what many requests have in common is worked out once. */
export class RequestPacker {
  readonly pool: PackedMentors;
  readonly context: MatchContext;
  #version = -1;
  readonly #homes = new Map<string, WeighedHomes>();
  readonly #languages = new Map<string, Pick<PackedRequest, "pointsOfProfile" | "bestOfBlock">>();

  constructor(pool: PackedMentors, context: MatchContext) {
    this.pool = pool;
    this.context = context;
  }

  pack(request: MatchRequest, knowledge: RequestKnowledge = {}): PackedRequest {
    this.#forgetOtherVersions();
    const prepared = prepareRequest(request, knowledge.history ?? NO_HISTORY, this.context);
    const ground = this.#commonGround(prepared);
    const { weights } = this.context;
    const pointsOfOverlap = Int32Array.from({ length: MOST_OVERLAP + 1 }, (_, parts) =>
      prepared.slots === null ? 0 : fitOfOverlap(parts) * weights.availability,
    );
    const pointsOfUntoldTimes = fitOfOverlap(null) * weights.availability;
    return {
      prepared,
      poolVersion: this.pool.version,
      forbiddenFlags: forbiddenFlags(request),
      sealedFacts: knowledge.sealedFacts ?? NO_FACTS,
      ownFlags: this.#ownFlags(knowledge),
      homes: keep(this.#homes, JSON.stringify([request.district, request.reachKm]), () =>
        this.pool.homes.weigh(prepared),
      ),
      ...keep(this.#languages, languagesKey(prepared), () => ({
        pointsOfProfile: this.pool.profiles.weigh(prepared),
        bestOfBlock: new Int32Array(this.pool.blocks.isClosed.length).fill(-2),
      })),
      slots: prepared.slots ?? 0,
      pointsOfOverlap,
      pointsOfUntoldTimes,
      ...ground,
      mostOfRest: ground.mostOfInterests + Math.max(pointsOfUntoldTimes, ...pointsOfOverlap),
    };
  }

  #commonGround(prepared: PreparedRequest) {
    const { rows, topics, interests } = this.pool;
    const weight = this.context.weights.interests;
    const asked = prepared.askedTopics.size;
    const fits = Int32Array.from({ length: asked + 1 }, (_, offered) => fitOfTopics(offered, asked));
    const rarityOfInterest = new Int32Array(rows.interestWords * 32);
    let rarity = 0;
    for (const [interest, rarityOfOne] of prepared.interestRarity) {
      const index = interests.find(interest);
      if (index === undefined || index >= rarityOfInterest.length) continue;
      rarityOfInterest[index] = rarityOfOne;
      rarity += rarityOfOne;
    }
    return {
      askedTopics: askedWords([...prepared.askedTopics], topics, rows.topicWords),
      askedInterests: askedWords([...prepared.interestRarity.keys()], interests, rows.interestWords),
      fitOfTopics: fits,
      pointsOfTopics: fits.map((fit) => fitOfCommonGround(fit, 0) * weight),
      rarityOfInterest,
      interestsWeight: weight,
      mostOfInterests: fitOfCommonGround(fits[asked]!, rarity) * weight,
    };
  }

  /** Former and declined pairs, and sealed facts, written into the flags of those they are about. */
  #ownFlags({ history = NO_HISTORY, sealedFacts }: RequestKnowledge): Map<number, number> {
    const own = new Map<number, number>();
    const change = (id: string, change: (flags: number, mentor: MatchMentor) => number): void => {
      const number = this.pool.numberOf(id);
      const mentor = this.pool.get(id);
      if (number === undefined || mentor === undefined) return;
      const row = this.pool.rowOf(number);
      own.set(row, change(own.get(row) ?? this.pool.rows.flags[row]!, mentor));
    };
    for (const [id, facts] of sealedFacts ?? []) change(id, (_, mentor) => flagsOf({ ...mentor, ...facts }));
    for (const id of history.former) change(id, (flags) => flags | FORMER);
    for (const id of history.declined) change(id, (flags) => flags | DECLINED);
    return own;
  }

  #forgetOtherVersions(): void {
    if (this.#version === this.pool.version) return;
    this.#version = this.pool.version;
    this.#homes.clear();
    this.#languages.clear();
  }
}

function languagesKey({ request, germanInFull }: PreparedRequest): string {
  const spoken = request.languages.map(({ code, level }) => `${code}/${level}`);
  return `${germanInFull}/${request.interpreterAgreed}/${spoken.join()}`;
}

function keep<Table>(tables: Map<string, Table>, key: string, work: () => Table): Table {
  const known = tables.get(key);
  if (known !== undefined) return known;
  if (tables.size >= TABLES_KEPT) tables.clear();
  const table = work();
  tables.set(key, table);
  return table;
}

function askedWords(
  asked: readonly string[],
  vocabulary: { find(word: string): number | undefined },
  words: number,
): AskedWord[] {
  const bitsOfWord = new Map<number, number>();
  for (const term of asked) {
    const index = vocabulary.find(term);
    if (index === undefined || index >= words * 32) continue;
    bitsOfWord.set(index >> 5, (bitsOfWord.get(index >> 5) ?? 0) | (1 << (index & 31)));
  }
  return [...bitsOfWord].map(([word, bits]) => ({ word, bits }));
}

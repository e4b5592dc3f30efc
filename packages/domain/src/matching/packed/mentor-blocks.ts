/** Rows per block: small enough to be alike, large enough that looking at a block costs little. */
const ROWS_PER_BLOCK = 64;

/**
 * Rows laid out so that alike mentors are neighbours: by district, closed ones apart, then by languages. A block is a
 * run of rows of one district, so that one look at it can tell that nobody in there is good enough.
 */
export interface MentorBlocks {
  /** Block b holds rows start[b] … start[b + 1]; rows from the last start on are in no block. */
  readonly start: Int32Array;
  /** District d has blocks ofDistrict[d] … ofDistrict[d + 1]; later districts have none. */
  readonly ofDistrict: Int32Array;
  /** 1 where nobody can be proposed to anyone. */
  readonly isClosed: Uint8Array;
  /** The profiles in block b stand at profileStart[b] … profileStart[b + 1]. */
  readonly profileStart: Int32Array;
  readonly profiles: Int32Array;
}

/** What the layout of mentors is made from, per mentor. */
export interface LayoutKeys {
  readonly district: ArrayLike<number>;
  readonly isClosed: ArrayLike<number>;
  readonly profile: ArrayLike<number>;
  readonly districtCount: number;
  readonly profileCount: number;
}

/** Mentors' indexes in the order their rows shall have. */
export function layoutOrder({ district, isClosed, profile, profileCount }: LayoutKeys): Int32Array {
  const count = district.length;
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    keys[index] = ((district[index]! * 2 + isClosed[index]!) * profileCount + profile[index]!) * count + index;
  }
  keys.sort();
  return Int32Array.from(keys, (key) => key % count);
}

/** The blocks over rows that stand in `order`. */
export function blocksOf(order: Int32Array, keys: LayoutKeys): MentorBlocks {
  const { district, isClosed, profile, districtCount } = keys;
  const start: number[] = [];
  const closed: number[] = [];
  const profileStart: number[] = [];
  const profiles: number[] = [];
  const ofDistrict = new Int32Array(districtCount + 1);
  for (let row = 0; row < order.length; row++) {
    const [mentor, before] = [order[row]!, order[row - 1] ?? -1];
    const isNew =
      before === -1 ||
      row - start.at(-1)! === ROWS_PER_BLOCK ||
      district[mentor] !== district[before] ||
      isClosed[mentor] !== isClosed[before];
    if (isNew) {
      start.push(row);
      closed.push(isClosed[mentor]!);
      profileStart.push(profiles.length);
      ofDistrict[district[mentor]! + 1] = start.length;
    }
    if (isNew || profile[mentor] !== profile[before]) profiles.push(profile[mentor]!);
  }
  for (let index = 1; index <= districtCount; index++) {
    if (ofDistrict[index] === 0) ofDistrict[index] = ofDistrict[index - 1]!;
  }
  return {
    start: Int32Array.from([...start, order.length]),
    ofDistrict,
    isClosed: Uint8Array.from(closed),
    profileStart: Int32Array.from([...profileStart, profiles.length]),
    profiles: Int32Array.from(profiles),
  };
}

import pg from "pg";
import type { MatchMentor, PackedMentors, PackedRequest } from "@augenhoehe/domain/matching";

/** The same ranking as one prepared statement over a table of whole numbers, with what is the same for many looked up. */
export interface SqlRanking {
  best(request: PackedRequest): Promise<readonly { number: number; points: number }[]>;
  close(): Promise<void>;
}

const ROWS_AT_ONCE = 5000;

const STATEMENT = `
  select number, ((near + spoken + times + ground * $9 + 5000) / 10000)::int as points from bench_mentors m,
    lateral (select ($3::int[])[home + 1] as near, ($4::int[])[profile + 1] as spoken) places,
    lateral (select bit_count((slots & $2)::bit(21)) as common, bit_count((topics & $6)::bit(31)) as offered) bits,
    lateral (select case when slots = 0 or $2 = 0 then ($5::int[])[1] when common > 3 then ($5::int[])[5]
      else ($5::int[])[common + 2] end as times) week,
    lateral (select coalesce(sum(($8::int[])[bit + 1]), 0) as rarity from unnest($7::int[]) bit
      where interests & (1 << bit) <> 0) rare,
    lateral (select (7 * ($10::int[])[offered + 1] + 3 * least(10000, (rarity + 1) / 2) + 5) / 10 as ground) common_ground
  where flags & $1 = 0 and near >= 0 and spoken >= 0 and (slots = 0 or $2 = 0 or slots & $2 <> 0)
  order by points desc, open_tandems, id limit $11`;

const bits = (terms: readonly string[], vocabulary: readonly string[]): number =>
  terms.reduce((mask, term) => mask | (1 << vocabulary.indexOf(term)), 0);
const vocabularyOf = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

/** Fills a table with the mentors of a pool, numbered as there. */
export async function startSqlRanking(
  url: string,
  pool: PackedMentors,
  mentors: readonly MatchMentor[],
  limit: number,
): Promise<SqlRanking> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const topics = vocabularyOf(mentors.map((mentor) => mentor.topics));
  const interests = vocabularyOf(mentors.map((mentor) => mentor.interests));
  if (topics.length > 31 || interests.length > 31) throw new Error("More terms than the statement has bits");
  await client.query(`drop table if exists bench_mentors; create table bench_mentors (number int, id uuid primary key,
    flags int, slots int, home int, profile int, topics int, interests int, open_tandems int)`);
  const rows = mentors.map((mentor, number) => {
    const row = pool.rowOf(number);
    return {
      number,
      id: mentor.id,
      flags: pool.rows.flags[row],
      slots: mentor.slots ?? 0,
      home: pool.rows.home[row],
      profile: pool.rows.profile[row],
      topics: bits(mentor.topics, topics),
      interests: bits(mentor.interests, interests),
      open_tandems: mentor.openTandems,
    };
  });
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const chunk = JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE));
    await client.query("insert into bench_mentors select * from json_populate_recordset(null::bench_mentors, $1)", [
      chunk,
    ]);
  }
  await client.query("vacuum analyze bench_mentors");
  return {
    async best(request) {
      const { prepared, homes, languages, forbiddenFlags } = request;
      const { weights } = prepared.context;
      const asked = [...prepared.interestRarity].filter(([interest]) => interests.includes(interest));
      const rarities = interests.map((interest) => prepared.interestRarity.get(interest) ?? 0);
      const askedTopics = [...prepared.askedTopics].filter((topic) => topics.includes(topic));
      const size = prepared.askedTopics.size;
      const topicFits = Array.from({ length: size + 1 }, (_one, offered) =>
        size === 0 ? 5000 : Math.round((10_000 * offered) / size),
      );
      const { rows: found } = await client.query<{ number: number; points: number }>({
        name: "ranking",
        text: STATEMENT,
        values: [
          forbiddenFlags,
          prepared.slots ?? 0,
          [...homes.points],
          [...languages.ofProfile],
          [5000, 0, 6000, 8500, 10_000].map((fit) => fit * weights.availability),
          bits(askedTopics, topics),
          asked.map(([interest]) => interests.indexOf(interest)),
          rarities,
          weights.interests,
          topicFits,
          limit,
        ],
      });
      return found.map(({ number, points }) => ({ number, points }));
    },
    close: async () => {
      await client.query("drop table bench_mentors");
      await client.end();
    },
  };
}

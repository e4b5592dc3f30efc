import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import Fastify from "fastify";
import { writeFeed, type CalendarEntry } from "@augenhoehe/api/calendar";
import { createPersonalLink } from "@augenhoehe/api/training/personal-link";
import { openBenchWorld, type BenchWorld } from "../bench-world.ts";
import { measureLoad } from "../measure-load.ts";

const ENTRIES = 10_000;
const USUAL_ENTRIES = 40;
const RUNS = 15;
const SECONDS = 5;

type Say = (line?: string) => void;

/** A calendar of 10,000 dates and a usual one, as a subscribed calendar fetches them, against the same bytes sent bare. */
export async function benchFeed(say: Say): Promise<void> {
  const world = await openBenchWorld({ volunteers: 2, requests: 1 });
  try {
    say(`Calendar feed of ${ENTRIES.toLocaleString("en")} entries, and of ${USUAL_ENTRIES}`);
    say(
      `${"".padEnd(54)}  ${"median ms".padStart(9)}  ${"MB".padStart(6)}  ${"req/s".padStart(7)}  ${"against bare".padStart(12)}`,
    );
    for (const entries of [ENTRIES, USUAL_ENTRIES]) await benchOne(world, entries, say);
    const alone = await medianMs(async () => writeFeed(invented(ENTRIES), "Netzwerk"));
    say(
      `${`ical-generator alone, ${ENTRIES.toLocaleString("en")} entries`.padEnd(54)}  ${alone.toFixed(1).padStart(9)}`,
    );
  } finally {
    await world.close();
  }
}

async function benchOne(world: BenchWorld, entries: number, say: Say): Promise<void> {
  const url = `${world.origin}/api/calendar-feeds/${await subscribe(world, entries)}`;
  const begun = performance.now();
  const first = await fetch(url);
  const bytes = Buffer.from(await first.arrayBuffer());
  const firstMs = performance.now() - begun;
  const bare = Fastify();
  bare.get("/", (_request, reply) => reply.type("text/calendar; charset=utf-8").send(bytes));
  const floorUrl = await bare.listen({ port: 0, host: "127.0.0.1" });
  const known = { "if-none-match": first.headers.get("etag") ?? "" };
  const floor = { ms: await medianMs(() => read(floorUrl, 200)), ...(await load("bare", floorUrl)) };
  const full = { ms: await medianMs(() => read(url, 200)), ...(await load("feed", url)) };
  const unchanged = await medianMs(() => read(url, 304, known));
  await bare.close();
  const row = (name: string, ms: number, mb: number, perSecond?: number) =>
    say(
      [
        name.padEnd(54),
        ms.toFixed(1).padStart(9),
        mb.toFixed(3).padStart(6),
        (perSecond?.toFixed(0) ?? "").padStart(7),
        `${(ms / floor.ms).toFixed(1)} ×`.padStart(12),
      ].join("  "),
    );
  const mb = bytes.length / 1e6;
  row(`floor: bare Fastify, the same bytes (${entries})`, floor.ms, mb, floor.perSecond);
  row(`feed of ${entries}, every entry told for the first time`, firstMs, mb);
  row(`feed of ${entries}`, full.ms, mb, full.perSecond);
  row(`feed of ${entries}, nothing changed (304)`, unchanged, 0);
}

const load = (name: string, url: string) => measureLoad({ name, url, connections: 2, seconds: SECONDS });

async function read(url: string, status: number, headers: Record<string, string> = {}): Promise<void> {
  const reply = await fetch(url, { headers });
  await reply.arrayBuffer();
  if (reply.status !== status) throw new Error(`The feed answered ${reply.status}`);
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

/** One person with a place in a course of so many sessions; answers the token of their calendar. */
async function subscribe({ app, db, networkId, providerId }: BenchWorld, entries: number): Promise<string> {
  const [curriculumId, courseId] = [randomUUID(), randomUUID()];
  return db.withTenant(networkId, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`select id from volunteers order by random() limit 1`);
    const volunteerId = rows[0]?.id ?? "";
    await tx.execute(sql`delete from enrolments where volunteer_id = ${volunteerId}`);
    await tx.execute(sql`delete from calendar_entries where volunteer_id = ${volunteerId}`);
    await tx.execute(sql`insert into curricula (network_id, id, title, created_at)
      values (${networkId}, ${curriculumId}, 'Basiskurs', now())`);
    await tx.execute(sql`insert into curriculum_modules (network_id, curriculum_id, key, position, title, topics, hours)
      values (${networkId}, ${curriculumId}, 'eins', 0, 'Aufgaben der Stadtverwaltung für Geflüchtete',
        'Wer ist wofür zuständig: Ausländerbehörde, Sozialamt, Jobcenter, Jugendamt, Schulamt. Wege, Fristen, Termine.', 2)`);
    await tx.execute(sql`insert into courses (network_id, id, provider_id, curriculum_id, title, places, created_at)
      values (${networkId}, ${courseId}, ${providerId}, ${curriculumId}, 'Grundkurs im Herbst', 20, now())`);
    await tx.execute(sql`insert into course_sessions
        (network_id, id, course_id, module_key, starts_at, ends_at, place, sequence)
      select ${networkId}, gen_random_uuid(), ${courseId}, 'eins', now() + n * interval '1 day',
        now() + n * interval '1 day' + interval '2 hours', 'Haus der Begegnung, Raum 2', 0
      from generate_series(1, ${entries}) n`);
    await tx.execute(sql`insert into enrolments (network_id, course_id, volunteer_id, status, queued_at)
      values (${networkId}, ${courseId}, ${volunteerId}, 'enrolled', now())`);
    return createPersonalLink(app.deps, tx, { volunteerId, purpose: "calendar" });
  });
}

const invented = (count: number): CalendarEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    uid: `${randomUUID()}@augenhoehe`,
    sequence: 0,
    startsAt: new Date(Date.UTC(2026, 0, index)),
    endsAt: new Date(Date.UTC(2026, 0, index, 2)),
    title: "Grundkurs im Herbst: Aufgaben der Stadtverwaltung für Geflüchtete",
    place: "Haus der Begegnung, Raum 2",
    description:
      "Wer ist wofür zuständig: Ausländerbehörde, Sozialamt, Jobcenter.\n\nhttps://netz.example/mein-ehrenamt",
    status: "confirmed",
    changedAt: new Date(Date.UTC(2026, 0, 1)),
  }));

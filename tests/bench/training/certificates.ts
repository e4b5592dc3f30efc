import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { createCompiler } from "@augenhoehe/api/certificate/typeset";
import { endpoints } from "@augenhoehe/contract";
import { DEFAULT_CURRICULUM } from "@augenhoehe/domain";
import { openBenchWorld, type BenchWorld } from "../bench-world.ts";

const PEOPLE = 1000;
const GOAL_SECONDS = 10;
const PROBE_MS = 10;

type Say = (line?: string) => void;

/** A course of 1,000: issued at one press and printed as one file, against as many pages of one word from the bare compiler. */
export async function benchCertificates(say: Say): Promise<void> {
  const world = await openBenchWorld({ volunteers: PEOPLE, requests: 1 });
  try {
    const courseId = await holdCourse(world);
    const floorMs = pagesOfOneWord();
    const before = memoryMb();
    const issued = await watched(world, () => issueAll(world, courseId));
    const mails = await countMails(world);
    const printed = await watched(world, () => print(world, courseId));
    const after = memoryMb();
    const again = await watched(world, () => print(world, courseId));
    const total = issued.ms + printed.ms;

    say(`Certificates for a course of ${PEOPLE.toLocaleString("en")}`);
    say(`${"".padEnd(58)}  ${"seconds".padStart(8)}  ${"ms each".padStart(8)}  ${"against the floor".padStart(17)}`);
    const row = (name: string, ms: number) =>
      say(
        [
          name.padEnd(58),
          (ms / 1000).toFixed(2).padStart(8),
          (ms / PEOPLE).toFixed(2).padStart(8),
          `${(ms / floorMs).toFixed(2)} ×`.padStart(17),
        ].join("  "),
      );
    row("floor: 1,000 pages of one word, bare compiler, PDF/UA", floorMs);
    row(`issued at one press: rows, log, ${mails.toLocaleString("en")} mails queued`, issued.ms);
    row(`printed as one file, PDF/UA, the first time (${(printed.result / 1e6).toFixed(1)} MB)`, printed.ms);
    row("printed once more", again.ms);
    row("issued and printed", total);
    say(
      `   goal ${GOAL_SECONDS} s: ${(total / 1000).toFixed(1)} s, ${total < GOAL_SECONDS * 1000 ? "held" : "NOT HELD"}`,
    );
    for (const [what, { waits }] of [["issuing", issued] as const, ["printing", printed] as const]) {
      say(`   others meanwhile, ${what}: health answers in ${at(waits, 0.5)} ms (median), ${at(waits, 1)} ms at most`);
    }
    say(`   processor time, whoever else is at work: ${((issued.cpuMs + printed.cpuMs) / 1000).toFixed(1)} s`);
    say(`   memory of the process: ${before} MB before, ${after} MB after`);
  } finally {
    await world.close();
  }
}

const memoryMb = (): number => Math.round(process.memoryUsage().rss / 1e6);
const at = (waits: readonly number[], share: number): string =>
  (waits.toSorted((a, b) => a - b)[Math.floor((waits.length - 1) * share)] ?? 0).toFixed(0);

function pagesOfOneWord(): number {
  const compiler = createCompiler();
  const begun = performance.now();
  for (let page = 0; page < PEOPLE; page++) {
    const { result } = compiler.compile({
      mainFileContent: `#set document(title: [${page}])\n#set text(lang: "de")\nZertifikat`,
    });
    if (result === null) throw new Error("The page was not set");
    compiler.pdf(result, { pdfStandard: "ua-1" });
    compiler.evictCache(10);
  }
  return performance.now() - begun;
}

/** How long something takes, and how long somebody else waits for the smallest answer while it goes on. */
async function watched<T>({ origin }: BenchWorld, work: () => Promise<T>) {
  const waits: number[] = [];
  const over = new AbortController();
  const probing = (async () => {
    while (!over.signal.aborted) {
      const begun = performance.now();
      await (await fetch(`${origin}${endpoints.readHealth.path}`)).text();
      waits.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
    }
  })();
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  over.abort();
  await probing;
  return { result, ms, cpuMs: (user + system) / 1000, waits };
}

async function issueAll({ origin, cookie }: BenchWorld, courseId: string): Promise<void> {
  const reply = await fetch(`${origin}${endpoints.issueCertificates.path.replace(":id", courseId)}`, {
    method: "POST",
    headers: { cookie, origin, "content-type": "application/json" },
    body: JSON.stringify({ volunteerIds: "all" }),
  });
  const { issued } = endpoints.issueCertificates.response.parse(await reply.json());
  if (issued !== PEOPLE) throw new Error(`${issued} were issued`);
}

/** Bytes of the file. */
async function print({ origin, cookie }: BenchWorld, courseId: string): Promise<number> {
  const url = `${origin}${endpoints.printCertificates.path.replace(":id", courseId)}`;
  const reply = await fetch(url, { headers: { cookie } });
  if (reply.status !== 200) throw new Error(`printing answered ${reply.status}`);
  return (await reply.arrayBuffer()).byteLength;
}

const countMails = ({ db, networkId }: BenchWorld): Promise<number> =>
  db.withTenant(networkId, async (tx) => {
    const { rows } = await tx.execute(sql`select 1 from mails where template = 'certificate_issued'`);
    return rows.length;
  });

/** Everybody of the pool was at all four dates, and nobody has a certificate yet. */
async function holdCourse({ db, networkId, providerId }: BenchWorld): Promise<string> {
  const courseId = randomUUID();
  await db.withTenant(networkId, async (tx) => {
    await tx.execute(sql`update volunteers set certificate_id = null,
      email = coalesce(email, id::text || '@bench.example')`);
    await tx.execute(sql`insert into courses (network_id, id, provider_id, curriculum_id, title, places, created_at)
      select network_id, ${courseId}, ${providerId}, id, 'Kurs', ${PEOPLE}, now() - interval '99 days'
      from curricula order by is_standard desc, created_at limit 1`);
    for (const [week, { key }] of DEFAULT_CURRICULUM.modules.entries()) {
      const sessionId = randomUUID();
      await tx.execute(sql`insert into course_sessions
        (network_id, id, course_id, module_key, starts_at, ends_at, place, sequence)
        values (${networkId}, ${sessionId}, ${courseId}, ${key}, now() - make_interval(days => ${60 - 7 * week}),
          now() - make_interval(days => ${60 - 7 * week}) + interval '2 hours', 'Saal', 0)`);
      await tx.execute(sql`insert into attendances (network_id, session_id, volunteer_id, mark, guest, marked_at)
        select network_id, ${sessionId}, id, 'present', false, now() from volunteers`);
    }
    await tx.execute(sql`insert into enrolments (network_id, course_id, volunteer_id, status, queued_at)
      select network_id, ${courseId}, id, 'enrolled', now() from volunteers`);
  });
  return courseId;
}

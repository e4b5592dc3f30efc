import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { readCurrentVersions } from "@augenhoehe/api/db/repositories/eligibility";
import { listPresences, listWayPeople, listWayTraces } from "@augenhoehe/api/db/repositories/funnel-rows";
import { listRosterRows } from "@augenhoehe/api/db/repositories/proof-rows";
import { DEFAULT_CURRICULUM } from "@augenhoehe/domain";
import { openBenchWorld, type BenchWorld } from "../bench-world.ts";

const PEOPLE = 500;
const VOLUNTEERS = 10_000;
const OTHER_COURSES = 95;
const RUNS = 15;

type Say = (line?: string) => void;

/** A course of 500 people, and a provider's 10,000 volunteers on their way, against the bare statements. */
export async function benchRoster(say: Say): Promise<void> {
  const world = await openBenchWorld({ volunteers: VOLUNTEERS, requests: 10 });
  try {
    const courseId = await holdCourses(world);
    const now = new Date();
    const scope = { providerId: world.providerId, courseId, from: null, until: null, now };
    const cohort = { providerId: world.providerId, since: null };
    const rosterFloor = await medianMs(() =>
      world.db.withTenant(world.networkId, (tx) => listRosterRows(tx, scope, { offset: 0, limit: 20_000 })),
    );
    const wayFloor = await medianMs(() =>
      world.db.withTenant(world.networkId, async (tx) => {
        await listWayPeople(tx, cohort);
        await listWayTraces(tx, await readCurrentVersions(tx), now);
        await listPresences(tx);
      }),
    );
    const course = `courseId=${courseId}`;
    say(`Roster of ${PEOPLE} people on 4 dates (2,000 rows); the way of ${VOLUNTEERS.toLocaleString("en")} volunteers`);
    say(`${"".padEnd(46)}  ${"median ms".padStart(9)}  ${"against the bare SQL".padStart(20)}`);
    const row = async (name: string, floor: number, path?: string) => {
      const ms = path === undefined ? floor : await medianMs(() => read(world, path));
      say([name.padEnd(46), ms.toFixed(1).padStart(9), `${(ms / floor).toFixed(1)} ×`.padStart(20)].join("  "));
    };
    await row("floor: one SQL, the same 2,000 rows", rosterFloor);
    await row("a page of the roster, with all sums", rosterFloor, `/api/proofs/roster?${course}`);
    await row("the whole roster, for printing", rosterFloor, `/api/proofs/roster/print?${course}`);
    await row("the whole roster, CSV", rosterFloor, `/api/proofs/roster/file?${course}&format=csv`);
    await row("the whole roster, XLSX", rosterFloor, `/api/proofs/roster/file?${course}&format=xlsx`);
    await row("the course in numbers, for funders", rosterFloor, `/api/proofs/measures?${course}`);
    await row("floor: three SQL, people, times, attendance", wayFloor);
    await row("the way from sign-up to eligible", wayFloor, "/api/funnel?period=all");
    await row("a page of the people before a step", wayFloor, "/api/funnel/stuck?period=all&step=certificate");
  } finally {
    await world.close();
  }
}

async function read({ app, cookie }: BenchWorld, url: string): Promise<void> {
  const reply = await app.inject({ method: "GET", url, headers: { cookie } });
  if (reply.statusCode !== 200) throw new Error(`${url} answered ${reply.statusCode}: ${reply.payload}`);
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

/** One course with 500 people who came to everything, the others in courses of a hundred, one evening short. */
async function holdCourses({ db, networkId, providerId }: BenchWorld): Promise<string> {
  const [curriculumId, courseId] = [randomUUID(), randomUUID()];
  const courseIds = [courseId, ...Array.from({ length: OTHER_COURSES }, () => randomUUID())];
  await db.withTenant(networkId, async (tx) => {
    await tx.execute(sql`insert into curricula (network_id, id, title, is_standard, created_at)
      values (${networkId}, ${curriculumId}, ${DEFAULT_CURRICULUM.title}, true, now())`);
    for (const [position, module] of DEFAULT_CURRICULUM.modules.entries()) {
      await tx.execute(sql`insert into curriculum_modules (network_id, curriculum_id, key, position, title, topics, hours)
        values (${networkId}, ${curriculumId}, ${module.key}, ${position}, ${module.title}, ${module.topics}, ${module.hours})`);
    }
    await tx.execute(sql`insert into courses (network_id, id, provider_id, curriculum_id, title, places, created_at)
      select ${networkId}, id, ${providerId}, ${curriculumId}, 'Grundkurs', ${PEOPLE}, now() - interval '200 days'
      from unnest(${sql.param(courseIds)}::uuid[]) id`);
    await tx.execute(sql`insert into course_sessions (network_id, id, course_id, module_key, starts_at, ends_at, place, sequence)
      select ${networkId}, gen_random_uuid(), id, m.key, now() - interval '100 days' + m.position * interval '7 days',
        now() - interval '100 days' + m.position * interval '7 days' + interval '2 hours', 'Haus der Begegnung', 0
      from unnest(${sql.param(courseIds)}::uuid[]) id, curriculum_modules m where m.curriculum_id = ${curriculumId}`);
    await tx.execute(sql`insert into enrolments (network_id, course_id, volunteer_id, status, queued_at)
      select ${networkId}, (${sql.param(courseIds)}::uuid[])[case when n <= ${PEOPLE} then 1
          else 2 + ((n - ${PEOPLE} - 1) / 100)::int end], id, 'enrolled', now() - interval '150 days'
      from (select id, row_number() over (order by id) as n from volunteers where network_id = ${networkId}
        and provider_id = ${providerId}) v where n <= ${PEOPLE + OTHER_COURSES * 100}`);
    await tx.execute(sql`insert into attendances (network_id, session_id, volunteer_id, mark, guest, marked_at)
      select ${networkId}, s.id, e.volunteer_id,
        case when e.course_id <> ${courseId} and s.module_key = 'role_and_limits' then 'absent' else 'present' end,
        false, s.ends_at
      from enrolments e join course_sessions s on s.course_id = e.course_id and s.network_id = e.network_id`);
  });
  return courseId;
}

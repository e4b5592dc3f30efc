import { openBenchWorld } from "./bench-world.ts";
import { startEmptyPage } from "./empty-page.ts";
import { startFloor } from "./floor-server.ts";
import { listTimes } from "./lists.ts";
import type { LoadPlan, LoadResult } from "./load-worker.ts";
import { measureLoad } from "./measure-load.ts";
import { startOneRowFloor } from "./one-row-floor.ts";
import { rankingTimes } from "./ranking.ts";
import { sayRanking } from "./say-ranking.ts";
import { scoringRates } from "./scoring.ts";
import { wireSize } from "./wire-size.ts";

const CONNECTIONS = 8;
const SECONDS = 5;
const say = (line = "") => process.stdout.write(`${line}\n`);
const number = (value: number, digits = 0) => value.toLocaleString("en", { maximumFractionDigits: digits });

const load = (plan: Pick<LoadPlan, "name" | "url" | "headers">) =>
  measureLoad({ connections: CONNECTIONS, seconds: SECONDS, ...plan });

function sayRow(result: LoadResult, floor: LoadResult): void {
  const cells = [
    result.name.padEnd(46),
    number(result.perSecond).padStart(8),
    result.median.toFixed(1).padStart(9),
    result.p95.toFixed(1).padStart(8),
    `${(result.p95 / floor.p95).toFixed(1)} ×`.padStart(9),
    `${(floor.perSecond / result.perSecond).toFixed(1)} ×`.padStart(9),
  ];
  say(cells.join("  "));
}

function sayHead(floor: string): void {
  say(
    `${"".padEnd(46)}  ${"req/s".padStart(8)}  ${"median ms".padStart(9)}  ${"p95 ms".padStart(8)}  ${"p95 ratio".padStart(9)}  ${"rate".padStart(9)}`,
  );
  say(`(ratios: slower than ${floor})`);
}

async function benchApi(world: Awaited<ReturnType<typeof openBenchWorld>>): Promise<void> {
  const floor = await startFloor(world.ownerUrl, world.networkId);
  const headers = { cookie: world.cookie };
  const [requestId = ""] = world.requestIds;
  say(`API reads, 10,000 volunteers, ${CONNECTIONS} connections, ${SECONDS} s each`);
  sayHead("bare Fastify + one indexed row");
  const oneRow = await load({ name: "floor: Fastify + one indexed row", url: `${floor.origin}/one-row` });
  sayRow(oneRow, oneRow);
  const stack = await startOneRowFloor(world);
  const oneRowOfOurs = await load({ name: "floor: our stack + one indexed row", url: stack.url, headers });
  sayRow(oneRowOfOurs, oneRow);
  const suggestionsUrl = `${world.origin}/api/requests/${requestId}/suggestions`;
  const began = performance.now();
  await fetch(suggestionsUrl, { headers });
  const coldMs = performance.now() - began;
  const suggestions = await load({ name: "suggestions for one request", url: suggestionsUrl, headers });
  sayRow(suggestions, oneRow);
  say(`   p95 against one row through the same stack: ${(suggestions.p95 / oneRowOfOurs.p95).toFixed(1)} × (goal 3)`);
  say(`   the first time after the start, when the pool is read and packed: ${number(coldMs)} ms`);
  await stack.close();
  sayRow(await load({ name: "desk", url: `${world.origin}/api/desk`, headers }), oneRow);
  sayRow(
    await load({ name: "list of volunteers, 50 of 10,000", url: `${world.origin}/api/volunteers`, headers }),
    oneRow,
  );
  sayRow(await load({ name: "list of requests", url: `${world.origin}/api/requests`, headers }), oneRow);
  await floor.close();
}

async function benchPages(world: Awaited<ReturnType<typeof openBenchWorld>>): Promise<void> {
  const empty = await startEmptyPage();
  say(`Rendered pages, ${CONNECTIONS} connections, ${SECONDS} s each`);
  sayHead("an empty SvelteKit page");
  const floor = await load({ name: "floor: empty SvelteKit page", url: empty.origin });
  sayRow(floor, floor);
  for (const path of ["/", "/anfrage", "/mitmachen"]) {
    sayRow(await load({ name: path, url: world.origin + path, headers: { "accept-language": "ar" } }), floor);
  }
  sayRow(await load({ name: "/team (desk)", url: `${world.origin}/team`, headers: { cookie: world.cookie } }), floor);
  await empty.close();
}

async function sayWireSizes(origin: string): Promise<void> {
  say("First load of the newcomer's path (goal ≤ 100 KB)");
  for (const path of ["/", "/anfrage", "/quittung"]) {
    const size = await wireSize(origin, path);
    say(`${path.padEnd(46)}  ${number(size.kilobytes, 1)} KB in ${size.requests} requests`);
  }
}

async function sayListTimes(world: Awaited<ReturnType<typeof openBenchWorld>>): Promise<void> {
  say("Messy lists of 2,000 rows, read among everybody who is here (goal: preview < 2 s, taking over < 2 s)");
  for (const kind of ["volunteers", "requests"] as const) {
    const { previewMs, applyMs, repeatMs, exportMs, created } = await listTimes(world, kind);
    const taken = `taken over ${number(applyMs)} ms (${number(created)} people), again ${number(repeatMs)} ms`;
    say(`${kind.padEnd(46)}  preview ${number(previewMs)} ms, ${taken}, export ${number(exportMs)} ms`);
  }
}

const rates = scoringRates();
say("Scoring, one thread, 10,000 mentors × 60 requests");
say(`${"every pairing explained".padEnd(46)}  ${number(rates.explained)} pairs/s`);
say(
  `${"ranked, the best ten explained".padEnd(46)}  ${number(rates.ranked)} pairs/s (${(rates.ranked / rates.explained).toFixed(1)} ×)`,
);
say();

const world = await openBenchWorld({ volunteers: 10_000, requests: 90 });
try {
  for (const volunteers of [10_000, 100_000]) {
    sayRanking(await rankingTimes(world.ownerUrl, volunteers), say);
    say();
  }
  await benchApi(world);
  say();
  await benchPages(world);
  say();
  await sayWireSizes(world.origin);
  say();
  await sayListTimes(world);
} finally {
  await world.close();
}

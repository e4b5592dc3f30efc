import { type Candidate, LiveAssignment } from "@augenhoehe/domain/matching";
import { readProblem } from "./instance-file.ts";
import { LIVE_CHANGES, type LiveAnswer, type LiveChange } from "./live-answer.ts";
import { randomFrom } from "./random.ts";

// node live-in-child.ts FILE OBJECTIVE CHANGES-OF-EACH-KIND: changes by hand to the best plan, as JSON.
// A change stands while others are made, then it is taken back: at the end the plan must be worth what it was.

const SEED = 3;
const STANDING = 20;
const CHECKED_EVERY = 100;
const WARM_UP = 50;

const [, , path = "", objectiveName, changesName] = process.argv;
const objective = objectiveName === "value" ? "value" : "served-first";
const rounds = WARM_UP + Number(changesName);
const random = randomFrom(SEED);

const problem = readProblem(path);
const candidatesOf = Array.from({ length: problem.requests }, (): Candidate[] => []);
for (let edge = 0; edge < problem.edges.value.length; edge++) {
  const candidate = { person: problem.edges.mentor[edge] ?? 0, value: problem.edges.value[edge] ?? 0 };
  candidatesOf[problem.edges.request[edge] ?? 0]?.push(candidate);
}

const opened = performance.now();
const live = new LiveAssignment(problem, { objective, spare: { requests: rounds, mentors: 0 } });
const openMs = performance.now() - opened;
const before = live.solution();

const times = new Map(LIVE_CHANGES.map((change): [LiveChange, number[]] => [change, []]));
const takenUp = new Set<number>();
const pinsOf = new Int32Array(problem.mentors);
const standing: (() => void)[] = [];
const faults: string[] = [];
let changes = 0;
let proofsChecked = 0;

function timed<T>(kind: LiveChange, change: () => T): T {
  const began = performance.now();
  const result = change();
  times.get(kind)?.push(performance.now() - began);
  changes++;
  if (changes % CHECKED_EVERY === 0) checkProof(kind);
  return result;
}

function checkProof(after: string): void {
  const verdict = live.verify();
  proofsChecked++;
  if (!verdict.valid) faults.push(`${verdict.flaw} after ${after}`);
}

const anyOf = (count: number): number => Math.floor(random() * count);

/** Somebody with candidates, about whom nothing else is decided at the moment. */
function anyRequest(): { readonly request: number; readonly candidates: readonly Candidate[] } {
  for (;;) {
    const request = anyOf(problem.requests);
    const candidates = candidatesOf[request] ?? [];
    if (candidates.length === 0 || takenUp.has(request)) continue;
    takenUp.add(request);
    return { request, candidates };
  }
}

function pin(): () => void {
  const { request, candidates } = anyRequest();
  const isFree = ({ person }: Candidate) => (pinsOf[person] ?? 0) < (problem.capacities[person] ?? 0);
  const open = candidates.filter(isFree);
  const chosen = open[anyOf(open.length)];
  if (chosen === undefined) return () => takenUp.delete(request);
  const { person: mentor, value } = chosen;
  pinsOf[mentor] = (pinsOf[mentor] ?? 0) + 1;
  timed("pin", () => live.pin(request, mentor, value));
  return () => {
    timed("unpin", () => live.unpin(request));
    pinsOf[mentor] = (pinsOf[mentor] ?? 0) - 1;
    takenUp.delete(request);
  };
}

/** The pair that the plan makes, or any where it makes none. */
function ban(): () => void {
  const { request, candidates } = anyRequest();
  const made = before.mentorOf[request];
  const { person: mentor, value } = candidates.find(({ person }) => person === made) ??
    candidates[0] ?? { person: 0, value: 0 };
  timed("ban", () => live.ban(request, mentor));
  return () => {
    timed("allow", () => live.allow(request, mentor, value));
    takenUp.delete(request);
  };
}

function leave(): () => void {
  const { request } = anyRequest();
  timed("leave", () => live.leave(request));
  return () => {
    timed("come back", () => live.comeBack(request));
    takenUp.delete(request);
  };
}

/** A newcomer with the same wishes as somebody who is there. */
function join(): () => void {
  const candidates = candidatesOf[anyOf(problem.requests)] ?? [];
  const newcomer = timed("join", () => live.join(candidates));
  return () => timed("go again", () => live.leave(newcomer));
}

for (let round = 0; round < rounds; round++) {
  if (round === WARM_UP) for (const spent of times.values()) spent.length = 0;
  standing.push(pin(), ban(), leave(), join());
  while (standing.length > STANDING) standing.shift()?.();
}
for (const takeBack of standing) takeBack();
checkProof("everything was taken back");
const after = live.solution();
if (after.total !== before.total || (objective === "served-first" && after.served !== before.served)) {
  faults.push(`worth ${after.total} for ${after.served} people, not ${before.total} for ${before.served} as at first`);
}

const at = (spent: readonly number[], share: number): number =>
  spent.toSorted((a, b) => a - b)[Math.floor((spent.length - 1) * share)] ?? 0;
const timesOf = (kind: LiveChange) => {
  const spent = times.get(kind) ?? [];
  return { medianMs: at(spent, 0.5), p99Ms: at(spent, 0.99) };
};
const answer: LiveAnswer = {
  openMs,
  changes,
  times: {
    pin: timesOf("pin"),
    unpin: timesOf("unpin"),
    ban: timesOf("ban"),
    allow: timesOf("allow"),
    leave: timesOf("leave"),
    "come back": timesOf("come back"),
    join: timesOf("join"),
    "go again": timesOf("go again"),
  },
  proofsChecked,
  faults,
};
console.log(JSON.stringify(answer));

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { type Instance, writeInstance } from "./instance-file.ts";
import { type InstancePlan, instances, type ValueShape } from "./instances.ts";
import { randomFrom } from "./random.ts";
import { cityOf, peopleOf } from "./synthetic-city.ts";
import { bestCandidates, scorerOf, waitingPoints } from "./synthetic-scores.ts";

// node make-instance.ts NAME: writes the instance of that name unless it lies there already, and prints its path.
// A process of its own, so that its memory is given back before anybody is measured.

const SEED = 1;
const SHAPE_SEED = 7;
const LIST_LENGTH = 50;
const FOLDER = join(import.meta.dirname, "../../.artifacts/matching-instances");

function listsOf(requests: number, mentorCount: number): Extract<Instance, { kind: "lists" }> {
  const city = cityOf(SEED);
  const mentees = peopleOf(city, "mentee", requests, SEED);
  const mentors = peopleOf(city, "mentor", mentorCount, SEED);
  const candidatesOf = bestCandidates(scorerOf(city), mentors, LIST_LENGTH);
  const firstPair = new Int32Array(requests + 1);
  const mentor = new Int32Array(requests * LIST_LENGTH);
  const value = new Int32Array(requests * LIST_LENGTH);
  let pairs = 0;
  for (const [index, mentee] of mentees.entries()) {
    const waiting = waitingPoints(mentee);
    candidatesOf(mentee, (candidate, points) => {
      mentor[pairs] = candidate;
      value[pairs++] = points + waiting;
    });
    firstPair[index + 1] = pairs;
  }
  const capacities = Int32Array.from(mentors, ({ capacity }) => capacity);
  return { kind: "lists", firstPair, mentor: mentor.subarray(0, pairs), value: value.subarray(0, pairs), capacities };
}

/** One column per seat: mentors give their seats in order until there are as many as mentees. */
function matrixOf(size: number): Instance {
  const city = cityOf(SEED);
  const score = scorerOf(city);
  const seats = peopleOf(city, "mentor", size, SEED).flatMap((mentor) =>
    Array.from({ length: mentor.capacity }, () => mentor),
  );
  seats.length = size;
  const value = new Int32Array(size * size);
  let cell = 0;
  for (const mentee of peopleOf(city, "mentee", size, SEED)) {
    const waiting = waitingPoints(mentee);
    for (const seat of seats) {
      const points = score(mentee, seat);
      value[cell++] = points === 0 ? 0 : points + waiting;
    }
  }
  return { kind: "matrix", size, value };
}

function bend(value: Int32Array, shape: ValueShape): Int32Array {
  const random = randomFrom(SHAPE_SEED);
  switch (shape) {
    case "as scored":
      return value;
    case "tied":
      return value.map((points) => Math.ceil(points / 2000));
    case "wide":
      return value.map((points) => points * 71 + Math.floor(random() * 71));
    case "random":
      return value.map(() => 1 + Math.floor(random() * 1e6));
  }
}

function instanceOf({ requests, shape }: InstancePlan): Instance {
  if (shape.kind === "matrix") return matrixOf(requests);
  const instance = listsOf(requests, shape.mentors);
  return { ...instance, value: bend(instance.value, shape.values) };
}

const plan = instances.find(({ name }) => name === process.argv[2]);
if (!plan) throw new Error(`There is no benchmark instance called ${process.argv[2]}`);
mkdirSync(FOLDER, { recursive: true });
const path = join(FOLDER, `${plan.name.replace(" ", "-").replace(",", "")}.bin`);
if (!existsSync(path)) {
  writeInstance(`${path}.part`, instanceOf(plan));
  renameSync(`${path}.part`, path);
}
const fingerprint = createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 8);
if (fingerprint !== plan.fingerprint) {
  throw new Error(`${path} is not the published instance: ${fingerprint} instead of ${plan.fingerprint}`);
}
console.log(path);

import { closeSync, openSync, readSync, writeFileSync } from "node:fs";
import type { AssignmentProblem } from "@augenhoehe/domain/matching";

/**
 * A benchmark instance on disk, read by our solver and by the C++ peer alike. Little-endian 32-bit integers:
 * magic, kind, requests, mentors, pairs; then lists: firstPair[requests + 1], mentor[pairs], value[pairs], capacity[mentors];
 * matrix: value[requests · mentors], every capacity 1. Value 0 means that the pair may not be made.
 */
export type Instance =
  | {
      readonly kind: "lists";
      readonly firstPair: Int32Array;
      readonly mentor: Int32Array;
      readonly value: Int32Array;
      readonly capacities: Int32Array;
    }
  | { readonly kind: "matrix"; readonly size: number; readonly value: Int32Array };

const MAGIC = 0x4d4d;
const KINDS = { matrix: 0, lists: 1 };

export function writeInstance(path: string, instance: Instance): void {
  const parts =
    instance.kind === "matrix"
      ? [Int32Array.of(MAGIC, KINDS.matrix, instance.size, instance.size, instance.value.length), instance.value]
      : [
          Int32Array.of(
            MAGIC,
            KINDS.lists,
            instance.firstPair.length - 1,
            instance.capacities.length,
            instance.value.length,
          ),
          instance.firstPair,
          instance.mentor,
          instance.value,
          instance.capacities,
        ];
  writeFileSync(path, Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))));
}

/** Reads part by part, so that the reader's memory does not hide the solver's. */
export function readProblem(path: string): AssignmentProblem {
  const file = openSync(path, "r");
  const read = (length: number) => {
    const part = new Int32Array(length);
    if (readSync(file, part) !== part.byteLength) throw new Error(`${path} ends too early`);
    return part;
  };
  try {
    const [magic, kind, requests = 0, mentors = 0, pairs = 0] = read(5);
    if (magic !== MAGIC) throw new Error(`${path} is not a benchmark instance`);
    if (kind === KINDS.matrix) return matrixProblem(requests, mentors, read);
    const request = new Int32Array(pairs);
    read(requests + 1).forEach((end, index, starts) => {
      if (index > 0) request.fill(index - 1, starts[index - 1], end);
    });
    const mentor = read(pairs);
    const value = read(pairs);
    return { requests, mentors, capacities: read(mentors), edges: { request, mentor, value } };
  } finally {
    closeSync(file);
  }
}

function matrixProblem(requests: number, mentors: number, read: (length: number) => Int32Array): AssignmentProblem {
  const request = new Int32Array(requests * mentors);
  const mentor = new Int32Array(requests * mentors);
  const value = new Int32Array(requests * mentors);
  let edges = 0;
  for (let row = 0; row < requests; row++) {
    for (const [column, points] of read(mentors).entries()) {
      if (points === 0) continue;
      request[edges] = row;
      mentor[edges] = column;
      value[edges++] = points;
    }
  }
  return {
    requests,
    mentors,
    capacities: new Int32Array(mentors).fill(1),
    edges: { request: request.subarray(0, edges), mentor: mentor.subarray(0, edges), value: value.subarray(0, edges) },
  };
}

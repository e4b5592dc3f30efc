import { beforeEach, describe, expect, it } from "vitest";
import { createMarkQueue, type MarkQueue, type NewMark, type QueuedMark, type Store } from "./mark-queue.ts";
import { createMarkSender, type Sending, type SenderState } from "./mark-sender.ts";

function deviceStore(): Store {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const mark = (volunteer: string, second: number, more: Partial<NewMark> = {}): NewMark => ({
  course: "kurs",
  session: "dienstag",
  volunteer,
  at: new Date(Date.UTC(2026, 2, 1, 18, 0, second)).toISOString(),
  mark: "present",
  late: 0,
  early: 0,
  ...more,
});
const people = (marks: readonly QueuedMark[]) => marks.map(({ volunteer }) => volunteer);

describe("the queue on a phone", () => {
  it("keeps marks over a reload, in the order in which they were made", () => {
    const store = deviceStore();
    createMarkQueue(store, "anna").add(mark("peter", 2, { late: 10 }));
    createMarkQueue(store, "anna").add(mark("vera", 1, { mark: "absent" }));
    expect(createMarkQueue(store, "anna").list()).toMatchObject([
      { volunteer: "vera", mark: "absent", late: 0, session: "dienstag", course: "kurs" },
      { volunteer: "peter", mark: "present", late: 10, at: "2026-03-01T18:00:02.000Z" },
    ]);
  });

  it("shows another account on the same phone nothing but that something waits", () => {
    const store = deviceStore();
    createMarkQueue(store, "anna").add(mark("vera", 1));
    const bernd = createMarkQueue(store, "bernd");
    expect([bernd.list(), bernd.countOfOthers()]).toEqual([[], 1]);
  });

  it("leaves what others keep on the device alone, and reads nothing into it", () => {
    const store = deviceStore();
    store.setItem("attendance anna 2026 dienstag vera", "{broken");
    store.setItem("attendance anna 2026 dienstag ute", '["kurs","maybe",0,0]');
    store.setItem("something else", "kept");
    expect(createMarkQueue(store, "anna").list()).toEqual([]);
    expect(store.getItem("something else")).toBe("kept");
  });
});

describe("sending", () => {
  let queue: MarkQueue;
  let answers: Sending<string>[];
  let calls: [string, string[]][];
  let states: SenderState[];
  let pauses: number[];
  let resume: () => void;
  const makeSender = () =>
    createMarkSender<string>({
      queue,
      send: async (session, marks) => {
        calls.push([session, people(marks)]);
        return answers.shift() ?? { kind: "sent", reply: "ok" };
      },
      wait: (milliseconds, then) => {
        pauses.push(milliseconds);
        resume = then;
        return () => undefined;
      },
      sent: () => undefined,
      changed: (state) => states.push(state),
    });

  beforeEach(() => {
    queue = createMarkQueue(deviceStore(), "anna");
    [answers, calls, states, pauses] = [[], [], [], []];
  });

  it("goes session by session, in order, and empties the queue", async () => {
    for (const [index, who] of ["vera", "wim"].entries()) queue.add(mark(who, index));
    queue.add(mark("ute", 5, { session: "mittwoch" }));
    await makeSender().flush();
    expect(calls).toEqual([
      ["dienstag", ["vera", "wim"]],
      ["mittwoch", ["ute"]],
    ]);
    expect([queue.list(), states.at(-1)]).toEqual([[], "idle"]);
  });

  it("keeps everything without a connection and tries again after growing pauses", async () => {
    queue.add(mark("vera", 1));
    answers = [{ kind: "later" }, { kind: "later" }, { kind: "later" }];
    const sender = makeSender();
    await sender.flush();
    for (const _ of [1, 2]) {
      resume();
      await sender.flush();
    }
    expect([pauses, people(queue.list()), states.at(-1)]).toEqual([[1000, 2000, 4000], ["vera"], "waiting"]);
    await sender.flush();
    expect([queue.list(), states.at(-1)]).toEqual([[], "idle"]);
  });

  it("keeps everything of somebody who is no longer signed in", async () => {
    queue.add(mark("vera", 1));
    answers = [{ kind: "signed_out" }];
    await makeSender().flush();
    expect([people(queue.list()), states.at(-1), pauses]).toEqual([["vera"], "signed_out", []]);
  });

  it("a mark that is refused holds nobody else up and stays until somebody lets go of it", async () => {
    for (const [index, who] of ["vera", "stranger", "wim"].entries()) queue.add(mark(who, index));
    const no = { kind: "refused", code: "not_enrolled" } as const;
    answers = [no, { kind: "sent", reply: "ok" }, no];
    const sender = makeSender();
    await sender.flush();
    expect(calls.map(([, marks]) => marks)).toEqual([["vera", "stranger", "wim"], ["vera"], ["stranger"], ["wim"]]);
    expect(people(queue.list())).toEqual(["stranger"]);
    expect([...sender.refused.values()]).toEqual(["not_enrolled"]);
  });

  it("takes along what is tapped while a call is under way", async () => {
    queue.add(mark("vera", 1));
    const sender = makeSender();
    const first = sender.flush();
    queue.add(mark("wim", 2));
    await Promise.all([first, sender.flush()]);
    expect([calls.map(([, marks]) => marks), queue.list()]).toEqual([[["vera"], ["wim"]], []]);
  });
});

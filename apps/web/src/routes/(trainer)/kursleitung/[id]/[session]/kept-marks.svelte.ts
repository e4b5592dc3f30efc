import { SvelteMap } from "svelte/reactivity";
import { putMarks, type MarksReply } from "./browser-api.ts";
import { createMarkQueue, type MarkQueue, type QueuedMark } from "./mark-queue.ts";
import { createMarkSender, type MarkSender, type SenderState } from "./mark-sender.ts";
import { isoTime, type MarkValue, type TypedMark } from "./mark-value.ts";

/** A call that takes longer than this is shown as not sent yet; quicker ones are not worth a word. */
const WORTH_A_WORD_MS = 1500;
/** A phone's clock that differs by less than this is right. */
const RIGHT_CLOCK_MS = 60_000;

export type NewerMark = MarksReply["newer"][number] & { readonly own: MarkValue };
export type Holder = MarksReply["certified"][number];

export interface Place {
  readonly accountId: string;
  readonly course: string;
  readonly session: string;
  /** The server's time when the page was made. */
  readonly now: string;
}

/** What this phone has tapped: shown at once, sent when it can be, and told about when somebody else was later. */
export class KeptMarks {
  unsent: readonly QueuedMark[] = $state.raw([]);
  ofOthers = $state(0);
  state: SenderState = $state("idle");
  isSlow = $state(false);
  /** Whether something was sent after it had been waiting. */
  hasCaughtUp = $state(false);
  /** Codes of refusals by the key of the mark. */
  refused: Readonly<Record<string, string>> = $state.raw({});
  /** What stands now, where it was settled since the page was made. */
  readonly settled = new SvelteMap<string, MarkValue>();
  readonly newer = new SvelteMap<string, NewerMark>();
  readonly certified = new SvelteMap<string, Holder>();

  readonly #place: Place;
  readonly #queue: MarkQueue;
  readonly #sender: MarkSender;
  readonly #skewMs: number;
  #slowAfter: number | undefined;

  constructor(place: Place, store: Storage) {
    this.#place = place;
    const skew = Date.parse(place.now) - Date.now();
    this.#skewMs = Math.abs(skew) < RIGHT_CLOCK_MS ? 0 : skew;
    this.#queue = createMarkQueue(store, place.accountId);
    this.#sender = createMarkSender<MarksReply>({
      queue: this.#queue,
      send: (session, marks) => putMarks(place.accountId, session, marks),
      wait: (milliseconds, then) => {
        const timer = window.setTimeout(then, milliseconds);
        return () => window.clearTimeout(timer);
      },
      sent: (marks, reply) => this.#settle(marks, reply),
      changed: (state) => this.#change(state),
    });
    this.refresh();
  }

  /** Whether marks are to be seen as not sent: not for the moment that a call usually takes. */
  get isBehind(): boolean {
    return this.unsent.length > 0 && (this.isSlow || this.state === "waiting" || this.state === "signed_out");
  }

  /** Keeps marks on the device and sends them; throws where the device keeps nothing. */
  tap(marks: readonly TypedMark[]): void {
    const at = isoTime(Date.now() + this.#skewMs);
    const { course, session } = this.#place;
    for (const mark of marks) {
      this.#queue.add({ ...mark, course, session, at });
      this.newer.delete(mark.volunteer);
    }
    this.hasCaughtUp = false;
    this.send();
  }

  send(): void {
    this.refresh();
    void this.#sender.flush();
  }

  /** Lets go of marks that were refused. */
  forget(marks: readonly QueuedMark[]): void {
    this.#queue.remove(marks);
    this.refresh();
  }

  /** What this device keeps, also from other tabs. */
  refresh(): void {
    this.unsent = this.#queue.list();
    this.ofOthers = this.#queue.countOfOthers();
    this.refused = Object.fromEntries(this.#sender.refused);
  }

  stop(): void {
    window.clearTimeout(this.#slowAfter);
    this.#sender.stop();
  }

  #settle(marks: readonly QueuedMark[], { newer, certified }: MarksReply): void {
    const own = marks.filter(({ session }) => session === this.#place.session);
    for (const { volunteer, mark, late, early } of own) {
      this.settled.set(volunteer, { mark, late, early });
      this.certified.delete(volunteer);
    }
    for (const person of newer) {
      const { mark, lateMinutes: late, leftEarlyMinutes: early } = person.stands;
      const mine = own.findLast(({ volunteer }) => volunteer === person.volunteerId);
      if (mine === undefined) continue;
      this.settled.set(person.volunteerId, { mark, late, early });
      this.newer.set(person.volunteerId, { ...person, own: mine });
    }
    for (const person of certified) this.certified.set(person.volunteerId, person);
    this.refresh();
  }

  #change(state: SenderState): void {
    if (state === "idle" && (this.isSlow || this.state === "waiting")) this.hasCaughtUp = true;
    this.state = state;
    window.clearTimeout(this.#slowAfter);
    if (state === "sending") {
      this.#slowAfter = window.setTimeout(() => (this.isSlow = this.state === "sending"), WORTH_A_WORD_MS);
    } else if (state === "idle") this.isSlow = false;
    else this.isSlow = true;
    this.refresh();
  }
}

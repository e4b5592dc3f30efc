import type { ServiceCertificateInput } from "@augenhoehe/contract";
import { certificateNumber, Refusal, requireServiceOver, wrongDayOfService } from "@augenhoehe/domain";
import { letterheadContent, newCertificate } from "../../certificate/new-certificate.ts";
import type { Tx } from "../../db/client.ts";
import {
  findServiceCertificate,
  insertCertificates,
  nextCertificateRunning,
} from "../../db/repositories/certificates.ts";
import { readLetterheadOf } from "../../db/repositories/letterheads.ts";
import { readProvider } from "../../db/repositories/public-network.ts";
import { listTopicTerms } from "../../db/repositories/service-records.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import { lockVolunteer } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { localDayOf } from "../../local-time.ts";
import { createPersonalLink } from "../../training/personal-link.ts";
import { displayName } from "../../training/roster.ts";
import { trainingMinutesOf } from "./service-record.ts";

const LINK_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What somebody who has left takes along. Whoever can no longer sign in gets a link that works for thirty days. */
export const issueServiceCertificate = (
  deps: AppDeps,
  actor: StaffActor,
  volunteerId: string,
  { tasks, ...record }: ServiceCertificateInput,
): Promise<{ id: string }> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const person = await lockVolunteer(tx, actor.providerId, volunteerId);
    if (person === undefined) throw new Refusal("not_found");
    requireServiceOver(person.status, (await findServiceCertificate(tx, volunteerId)) !== undefined);
    const now = deps.clock();
    const today = localDayOf(now, await readTimeZone(tx));
    const wrongDay = wrongDayOfService(record, today);
    if (wrongDay !== null) throw new InputError([{ path: wrongDay, code: "invalid_date" }]);
    const words = await wordsOfTasks(tx, tasks);

    const year = Number(today.slice(0, 4));
    const number = certificateNumber(year, await nextCertificateRunning(tx, year));
    const row = newCertificate(deps.vault, {
      kind: "service",
      volunteerId,
      number,
      content: {
        holderName: displayName(person),
        curriculumTitle: "",
        issuer: (await readProvider(tx, person.providerId)).name,
        modules: [],
        ...letterheadContent(await readLetterheadOf(tx, person.providerId)),
        service: { ...record, trainingMinutes: await trainingMinutesOf(tx, volunteerId), tasks: words },
      },
      issuedAt: now,
      issuedBy: actor.accountId,
    });
    await insertCertificates(tx, [row]);
    await deps.recordActivity(tx, {
      actor,
      action: "service_certificate_issued",
      subjectKind: "volunteer",
      subjectId: volunteerId,
      facts: { certificateId: row.id, number },
    });
    await tellWhoLeft(deps, tx, person, now);
    return { id: row.id };
  });

async function wordsOfTasks(tx: Tx, keys: readonly string[]): Promise<string[]> {
  const terms = await listTopicTerms(tx);
  if (!keys.every((key) => terms.some((term) => term.key === key))) {
    throw new InputError([{ path: "tasks", code: "unknown_key" }]);
  }
  return terms.flatMap(({ key, labels }) => (keys.includes(key) ? [labels.de ?? key] : []));
}

type Person = NonNullable<Awaited<ReturnType<typeof lockVolunteer>>>;

async function tellWhoLeft(deps: AppDeps, tx: Tx, person: Person, now: Date): Promise<void> {
  const { id, email, providerId, locale, firstName } = person;
  if (email === null) return;
  const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY_MS);
  const token = await createPersonalLink(deps, tx, { volunteerId: id, purpose: "certificate", expiresAt });
  await deps.queueMail(tx, {
    to: { kind: "volunteer", id, address: email, providerId },
    locale,
    template: "certificate_of_service",
    params: { firstName, token, days: LINK_DAYS },
  });
}

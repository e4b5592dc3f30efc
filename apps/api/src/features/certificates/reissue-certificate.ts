import { Refusal, requireReissue } from "@augenhoehe/domain";
import { letterheadContent, newCertificate } from "../../certificate/new-certificate.ts";
import type { Tx } from "../../db/client.ts";
import {
  insertCertificates,
  lockCandidates,
  lockCertificate,
  setVolunteerCertificate,
  updateCertificate,
} from "../../db/repositories/certificates.ts";
import { readLetterheadOf } from "../../db/repositories/letterheads.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { localDayOf } from "../../local-time.ts";
import { tellParticipants } from "../../training/course-mails.ts";
import { displayName } from "../../training/roster.ts";
import { accessCertificate } from "./certificate-access.ts";

/** The same number with the name of today: the old version's page says "replaced" from now on. */
export const reissueCertificate = (deps: AppDeps, actor: StaffActor, id: string): Promise<{ id: string }> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { certificate: found, issuerProviderId, network } = await accessCertificate(tx, actor, id);
    const [person] = await lockCandidates(tx, [found.volunteerId]);
    const old = await lockCertificate(tx, id);
    if (person === undefined || old === undefined) throw new Refusal("not_found");
    const holderName = displayName(person);
    requireReissue({ ...old, holderName: old.content.holderName }, holderName);

    const now = deps.clock();
    const { kind, volunteerId, curriculumId, number, issuedAt, issuedBy, validUntil } = old;
    const row = newCertificate(deps.vault, {
      ...{ kind, volunteerId, curriculumId, number, issuedAt, issuedBy, validUntil },
      version: old.version + 1,
      content: {
        ...old.content,
        ...(await signedByUs(tx, actor, issuerProviderId)),
        holderName,
        reissuedOn: localDayOf(now, network.timeZone),
      },
    });
    await updateCertificate(tx, id, { replacedAt: now });
    await insertCertificates(tx, [row]);
    if (person.certificateId === id) await setVolunteerCertificate(tx, volunteerId, row.id);
    await deps.recordActivity(tx, {
      actor,
      action: "certificate_reissued",
      subjectKind: "volunteer",
      subjectId: volunteerId,
      facts: { certificateId: row.id, number, version: row.version ?? 1 },
      providerId: person.providerId,
    });
    const hasPage = person.status !== "left";
    await tellParticipants(deps, tx, [person], "certificate_reissued", ({ firstName }) => ({
      firstName,
      number,
      hasPage,
    }));
    return { id: row.id };
  });

/** Whoever issued it signs it anew, as they sign today; another organisation changes nothing but the name. */
const signedByUs = async (tx: Tx, actor: StaffActor, issuerProviderId: string | null) =>
  issuerProviderId === actor.providerId ? letterheadContent(await readLetterheadOf(tx, actor.providerId)) : {};

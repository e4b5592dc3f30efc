import type { Tx } from "../db/client.ts";
import type { StoredVolunteer } from "../db/repositories/mentor-cards.ts";
import { openProtection } from "../db/repositories/protected-mentees.ts";
import type { StoredProposal } from "../db/repositories/proposals.ts";
import { findStaffRequest, type StaffRequest } from "../db/repositories/staff-requests.ts";
import type { AppDeps } from "../http/app-deps.ts";
import { channelsOfMentee } from "../people/released-channels.ts";

type Deps = Pick<AppDeps, "queueMail" | "vault">;

const asRecipient = ({ id, providerId }: StoredVolunteer, address: string) => ({
  kind: "volunteer" as const,
  id,
  address,
  providerId,
});

export async function mailQuestionToVolunteer(
  { queueMail }: Deps,
  tx: Tx,
  volunteer: StoredVolunteer,
  { answerBy, timeZone }: { readonly answerBy: Date; readonly timeZone: string },
): Promise<void> {
  if (volunteer.email === null) return;
  await queueMail(tx, {
    to: asRecipient(volunteer, volunteer.email),
    locale: volunteer.locale,
    template: "proposal_question",
    params: { name: volunteer.firstName, answerBy: answerBy.toISOString(), timeZone },
  });
}

/** Neutral, and never to somebody who must not be found: there the coordinator calls. */
export async function mailNewsToMentee(deps: Deps, tx: Tx, { requestId }: Pick<StoredProposal, "requestId">) {
  const found = await findStaffRequest(tx, requestId);
  if (found === undefined || found.mentee.emailSealed === null) return;
  const { mentee } = found;
  if (openProtection(deps.vault, mentee).isProtected) return;
  const place = { table: "mentees", column: "email_sealed", rowId: mentee.id };
  await deps.queueMail(tx, {
    to: {
      kind: "mentee",
      id: mentee.id,
      address: deps.vault.open(found.mentee.emailSealed, place),
      providerId: mentee.providerId,
    },
    locale: mentee.locale,
    template: "request_news",
    params: {},
  });
}

export async function mailConfirmationToVolunteer(
  { queueMail, vault }: Deps,
  tx: Tx,
  volunteer: StoredVolunteer,
  mentee: StaffRequest["mentee"],
  meeting: { startsAt: Date; timeZone: string; place: string; accompaniedBy: string },
): Promise<void> {
  if (volunteer.email === null) return;
  const mayBeNamed = !openProtection(vault, mentee).isProtected;
  await queueMail(tx, {
    to: asRecipient(volunteer, volunteer.email),
    locale: volunteer.locale,
    template: "tandem_confirmed",
    params: {
      ...meeting,
      name: volunteer.firstName,
      menteeName: mayBeNamed ? mentee.chosenName : null,
      channels: mayBeNamed ? channelsOfMentee(mentee, vault) : [],
      startsAt: meeting.startsAt.toISOString(),
    },
  });
}

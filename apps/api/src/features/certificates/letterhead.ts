import { createHash } from "node:crypto";
import type { EndpointOutput, endpoints, FileReply, ParsedInput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { readPicture } from "../../certificate/read-picture.ts";
import { specimenOf } from "../../certificate/specimen.ts";
import {
  keepLogo,
  readLetterheadOf,
  readLogos,
  saveLetterhead,
  type LogoRow,
} from "../../db/repositories/letterheads.ts";
import { readProvider } from "../../db/repositories/public-network.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";

type Body = ParsedInput<typeof endpoints.updateLetterhead>["body"];

const MAX_BYTES = 1_048_576;
const MAX_SIDE = 4000;
/** Decoded, a picture is larger than its file: a few hundred bytes can claim to be a wall. */
const MAX_PIXELS = 4_000_000;

export const readLetterhead = (
  deps: AppDeps,
  { networkId, providerId }: StaffActor,
): Promise<EndpointOutput<typeof endpoints.readLetterhead>> =>
  deps.db.withTenant(networkId, async (tx) => {
    const { logoId, signatoryName, signatoryRole } = await readLetterheadOf(tx, providerId);
    const { name: issuer } = await readProvider(tx, providerId);
    return { issuer, hasLogo: logoId !== null, signatoryName, signatoryRole };
  });

/** Certificates to come have it; those that were issued keep what they were issued with. */
export async function updateLetterhead(deps: AppDeps, actor: StaffActor, { logo, ...signatory }: Body) {
  const now = deps.clock();
  const picture = typeof logo === "string" ? null : pictureOf(Buffer.from(logo.contentBase64, "base64"));
  if (picture !== null) await requirePrintable(deps, actor, picture);
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const before = await readLetterheadOf(tx, actor.providerId);
    if (picture !== null) await keepLogo(tx, { ...picture, createdAt: now });
    const logoId = picture?.id ?? (logo === "keep" ? before.logoId : null);
    await saveLetterhead(tx, actor.providerId, { ...signatory, logoId, updatedAt: now });
    await deps.recordActivity(tx, {
      actor,
      action: "letterhead_changed",
      subjectKind: "provider",
      subjectId: actor.providerId,
      facts: { logoChanged: logoId !== before.logoId },
    });
    return { done: true as const };
  });
}

export async function downloadLogo(deps: AppDeps, { networkId, providerId }: StaffActor): Promise<FileReply> {
  const [logo] = await deps.db.withTenant(networkId, async (tx) => {
    const { logoId } = await readLetterheadOf(tx, providerId);
    return readLogos(tx, logoId === null ? [] : [logoId]);
  });
  if (logo === undefined) throw new Refusal("not_found");
  const ending = logo.contentType === "image/png" ? "png" : "jpg";
  return { contentType: logo.contentType, fileName: `logo.${ending}`, content: logo.bytes, inline: true };
}

export async function previewLetterhead(deps: AppDeps, actor: StaffActor): Promise<FileReply> {
  const job = await deps.db.withTenant(actor.networkId, async (tx) => {
    const letterhead = await readLetterheadOf(tx, actor.providerId);
    const logos = await readLogos(tx, letterhead.logoId === null ? [] : [letterhead.logoId]);
    return specimenOf(deps, tx, actor.providerId, letterhead, logos);
  });
  const content = await deps.typesetter.print(job);
  return { contentType: "application/pdf", fileName: "Muster.pdf", content, inline: true };
}

function pictureOf(bytes: Buffer): LogoRow {
  const picture = bytes.length > MAX_BYTES ? null : readPicture(bytes);
  const isReadable =
    picture !== null &&
    Math.min(picture.width, picture.height) > 0 &&
    Math.max(picture.width, picture.height) <= MAX_SIDE &&
    picture.width * picture.height <= MAX_PIXELS;
  if (!isReadable) throw new Refusal("logo_unreadable");
  return { id: createHash("sha256").update(bytes).digest("hex"), contentType: picture.contentType, bytes };
}

/** What says that it is a picture may still be none: it is decoded once, where it would be printed. */
async function requirePrintable(deps: AppDeps, actor: StaffActor, picture: LogoRow): Promise<void> {
  const letterhead = { logoId: picture.id, signatoryName: "", signatoryRole: "" };
  const job = await deps.db.withTenant(actor.networkId, (tx) =>
    specimenOf(deps, tx, actor.providerId, letterhead, [picture]),
  );
  await deps.typesetter.print(job).catch(() => {
    throw new Refusal("logo_unreadable");
  });
}

import { certificateNumber } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { findNetworkCurriculum } from "../db/repositories/curricula.ts";
import type { Letterhead, LogoRow } from "../db/repositories/letterheads.ts";
import { readNetworkWords } from "../db/repositories/network-words.ts";
import { readProvider } from "../db/repositories/public-network.ts";
import type { AppDeps } from "../http/app-deps.ts";
import { localDayOf } from "../local-time.ts";
import { letterheadContent } from "./new-certificate.ts";
import type { PrintJob } from "./typeset.ts";

/** A code that no certificate has: its page says that it does not know it. */
const CODE = "0".repeat(28);

/** How a certificate of the network's usual course would look with this letterhead, today, for nobody. */
export async function specimenOf(
  { clock, config }: Pick<AppDeps, "clock" | "config">,
  tx: Tx,
  providerId: string,
  letterhead: Letterhead,
  logos: readonly LogoRow[],
): Promise<PrintJob> {
  const now = clock();
  const network = await readNetworkWords(tx);
  const curriculum = await findNetworkCurriculum(tx);
  const today = localDayOf(now, network.timeZone);
  return {
    title: "Muster eines Zertifikats",
    logos,
    certificates: [
      {
        ...network,
        number: certificateNumber(Number(today.slice(0, 4)), 0),
        version: 1,
        code: CODE,
        issuedAt: now,
        validUntil: null,
        mark: "specimen",
        publicUrl: config.publicUrl,
        content: {
          holderName: "Vorname Nachname",
          curriculumTitle: curriculum?.title ?? "Kurs",
          issuer: (await readProvider(tx, providerId)).name,
          modules: (curriculum?.modules ?? []).map(({ title, hours }) => ({ title, hours, heldOn: today })),
          wording: curriculum?.certificateText ?? "",
          unitMinutes: curriculum?.unitMinutes ?? 60,
          ...letterheadContent(letterhead),
        },
      },
    ],
  };
}

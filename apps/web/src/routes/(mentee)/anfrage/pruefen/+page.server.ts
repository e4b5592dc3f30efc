import { missingSteps } from "#lib/request-form/step-keys.ts";
import { readConsent } from "#lib/server/consent.ts";
import { requireDraft } from "#lib/server/newcomer-draft.ts";
import { requestOverview } from "#lib/server/request-overview.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { answers, network } = await requireDraft(event);
  const { locale } = event.locals;
  return {
    lines: requestOverview(answers, network, locale),
    missing: missingSteps(answers),
    consent: readConsent(network, locale),
  };
};

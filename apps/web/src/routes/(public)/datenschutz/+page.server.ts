import { requireLegalPages } from "#lib/server/legal.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => ({ legal: await requireLegalPages(event) });

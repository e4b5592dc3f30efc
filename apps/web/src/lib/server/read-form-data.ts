import { error } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";

export const TOO_LARGE = 413;

/** The fields of a sent form; what is no form at all, or too large for one, is the sender's mistake and no fault. */
export async function readFormData(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (mistake) {
    if (isTooLarge(mistake)) error(TOO_LARGE, m.shell_error_too_large());
    if (!(mistake instanceof TypeError)) throw mistake;
    error(400, m.shell_error_fault_text());
  }
}

/** The pages' handler stops reading at its limit and says so inside of what the reader of forms says. */
const isTooLarge = (mistake: unknown): boolean =>
  mistake instanceof Error && (("status" in mistake && mistake.status === TOO_LARGE) || isTooLarge(mistake.cause));

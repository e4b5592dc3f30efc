import { error } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";

/** The fields of a sent form; what is no form at all is the sender's mistake and no fault. */
export async function readFormData(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (mistake) {
    if (!(mistake instanceof TypeError)) throw mistake;
    error(400, m.shell_error_fault_text());
  }
}

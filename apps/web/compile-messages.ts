import { compile } from "@inlang/paraglide-js";
import { markMissingMessages } from "./mark-missing-messages.ts";
import { PARAGLIDE } from "./paraglide-options.ts";

markMissingMessages(import.meta.dirname);
await compile(PARAGLIDE);
// Its storage engine holds the process for half a minute after the work is done.
process.exit(0);

import { compile } from "@inlang/paraglide-js";
import { markMissingMessages } from "./mark-missing-messages.ts";
import { PARAGLIDE } from "./paraglide-options.ts";

markMissingMessages(import.meta.dirname);
await compile(PARAGLIDE);

import { build } from "vite";

process.chdir(import.meta.dirname);
await build({ logLevel: "warn" });
// The message compiler's storage engine holds the process for half a minute after its work is done.
process.exit(0);

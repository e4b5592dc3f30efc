import {
  cleanMaterialName,
  MATERIAL_CONTENT_TYPES,
  MATERIAL_MAX_BYTES,
  materialKindOf,
  Refusal,
  type MaterialFault,
} from "@augenhoehe/domain";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { inspectMaterial } from "../../material/inspect-material.ts";

interface SentFile {
  readonly fileName: string;
  readonly contentBase64: string;
}

/** What is kept of a sent file, once it is known to be harmless as far as that can be seen. */
export function acceptFile(deps: AppDeps, actor: StaffActor, { fileName, contentBase64 }: SentFile) {
  const bytes = Buffer.from(contentBase64, "base64");
  if (bytes.length > MATERIAL_MAX_BYTES) throw new Refusal("material_too_large", { limit: MATERIAL_MAX_BYTES });
  const kind = materialKindOf(fileName);
  if (kind === null) throw notAllowed("ending");
  const fault = inspectMaterial(bytes, kind);
  if (fault !== null) throw notAllowed(fault);
  return {
    bytes,
    facts: {
      fileName: cleanMaterialName(fileName, kind),
      contentType: MATERIAL_CONTENT_TYPES[kind],
      sizeBytes: bytes.length,
      uploadedBy: actor.accountId,
      uploadedAt: deps.clock(),
    },
  };
}

const notAllowed = (fault: MaterialFault): Refusal => new Refusal("material_type_not_allowed", { fault });

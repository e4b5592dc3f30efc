import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { checkCertificate } from "./check-certificate.ts";
import {
  downloadCertificate,
  downloadCertificateByLink,
  downloadMyCertificate,
  printCertificates,
} from "./download-certificate.ts";
import { issueCertificates } from "./issue-certificates.ts";
import { issueServiceCertificate } from "./issue-service-certificate.ts";
import { downloadLogo, previewLetterhead, readLetterhead, updateLetterhead } from "./letterhead.ts";
import { reissueCertificate } from "./reissue-certificate.ts";
import { revokeCertificate } from "./revoke-certificate.ts";
import { readServiceRecord } from "./service-record.ts";

export function registerCertificatesRoutes(app: FastifyInstance): void {
  route(app, endpoints.checkCertificate, ({ deps, params }) => checkCertificate(deps, params.code));
  route(app, endpoints.issueCertificates, ({ deps, actor, params, body }) =>
    issueCertificates(deps, actor, params.id, body.volunteerIds),
  );
  route(app, endpoints.printCertificates, ({ deps, actor, params }) => printCertificates(deps, actor, params.id));
  route(app, endpoints.reissueCertificate, ({ deps, actor, params }) => reissueCertificate(deps, actor, params.id));
  route(app, endpoints.revokeCertificate, ({ deps, actor, params, body }) =>
    revokeCertificate(deps, actor, params.id, body.reason),
  );
  route(app, endpoints.downloadCertificate, ({ deps, actor, params }) => downloadCertificate(deps, actor, params.id));
  route(app, endpoints.downloadMyCertificate, ({ deps, actor, params }) =>
    downloadMyCertificate(deps, actor, params.id),
  );
  route(app, endpoints.downloadCertificateByLink, ({ deps, params }) => downloadCertificateByLink(deps, params.token));
  route(app, endpoints.readServiceRecord, ({ deps, actor, params }) => readServiceRecord(deps, actor, params.id));
  route(app, endpoints.issueServiceCertificate, ({ deps, actor, params, body }) =>
    issueServiceCertificate(deps, actor, params.id, body),
  );
  route(app, endpoints.readLetterhead, ({ deps, actor }) => readLetterhead(deps, actor));
  route(app, endpoints.updateLetterhead, ({ deps, actor, body }) => updateLetterhead(deps, actor, body));
  route(app, endpoints.downloadLogo, ({ deps, actor }) => downloadLogo(deps, actor));
  route(app, endpoints.previewLetterhead, ({ deps, actor }) => previewLetterhead(deps, actor));
}

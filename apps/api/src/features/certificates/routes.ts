import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { checkCertificate } from "./check-certificate.ts";
import { downloadMyCertificate, downloadCertificate } from "./download-certificate.ts";
import { issueCertificates } from "./issue-certificates.ts";
import { revokeCertificate } from "./revoke-certificate.ts";

export function registerCertificatesRoutes(app: FastifyInstance): void {
  route(app, endpoints.downloadMyCertificate, ({ deps, actor, params }) =>
    downloadMyCertificate(deps, actor, params.id),
  );
  route(app, endpoints.issueCertificates, ({ deps, actor, params, body }) =>
    issueCertificates(deps, actor, params.id, body.volunteerIds),
  );
  route(app, endpoints.revokeCertificate, ({ deps, actor, params, body }) =>
    revokeCertificate(deps, actor, params.id, body.reason),
  );
  route(app, endpoints.downloadCertificate, ({ deps, actor, params }) => downloadCertificate(deps, actor, params.id));
  route(app, endpoints.checkCertificate, ({ deps, params }) => checkCertificate(deps, params.code));
}

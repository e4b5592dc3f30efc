import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { cancelCourse } from "./cancel-course.ts";
import { cancelEnrolment } from "./cancel-enrolment.ts";
import { cancelMyEnrolment } from "./cancel-my-enrolment.ts";
import { checkCertificate } from "./check-certificate.ts";
import { createCourse } from "./create-course.ts";
import { downloadCertificate, downloadMyCertificate } from "./download-certificate.ts";
import { downloadCourseCalendar } from "./download-course-calendar.ts";
import { enrolMe } from "./enrol-me.ts";
import { enrolVolunteer } from "./enrol-volunteer.ts";
import { findGuests } from "./find-guests.ts";
import { issueCertificates } from "./issue-certificates.ts";
import { listCourses } from "./list-courses.ts";
import { listOpenCourses } from "./list-open-courses.ts";
import { markAttendance } from "./mark-attendance.ts";
import { readCourse } from "./read-course.ts";
import { readCurriculum } from "./read-curriculum.ts";
import { readRoster } from "./read-roster.ts";
import { revokeCertificate } from "./revoke-certificate.ts";
import { updateCourse } from "./update-course.ts";

export function registerTrainingRoutes(app: FastifyInstance): void {
  route(app, endpoints.listOpenCourses, ({ deps, actor }) => listOpenCourses(deps, actor));
  route(app, endpoints.enrolMe, ({ deps, actor, body }) => enrolMe(deps, actor, body.courseId));
  route(app, endpoints.cancelMyEnrolment, ({ deps, actor, params }) => cancelMyEnrolment(deps, actor, params.id));
  route(app, endpoints.downloadCourseCalendar, ({ deps, actor, params }) =>
    downloadCourseCalendar(deps, actor, params.id),
  );
  route(app, endpoints.downloadMyCertificate, ({ deps, actor, params }) =>
    downloadMyCertificate(deps, actor, params.id),
  );

  route(app, endpoints.listCourses, ({ deps, actor }) => listCourses(deps, actor));
  route(app, endpoints.readCurriculum, ({ deps, actor }) => readCurriculum(deps, actor));
  route(app, endpoints.createCourse, ({ deps, actor, body }) => createCourse(deps, actor, body));
  route(app, endpoints.updateCourse, ({ deps, actor, params, body }) => updateCourse(deps, actor, params.id, body));
  route(app, endpoints.cancelCourse, ({ deps, actor, params, body }) =>
    cancelCourse(deps, actor, params.id, body.reason),
  );
  route(app, endpoints.readCourse, ({ deps, actor, params }) => readCourse(deps, actor, params.id));
  route(app, endpoints.readRoster, ({ deps, actor, params }) => readRoster(deps, actor, params.id));
  route(app, endpoints.enrolVolunteer, ({ deps, actor, params, body }) =>
    enrolVolunteer(deps, actor, params.id, body.volunteerId),
  );
  route(app, endpoints.cancelEnrolment, ({ deps, actor, params }) =>
    cancelEnrolment(deps, actor, params.id, params.volunteerId),
  );
  route(app, endpoints.findGuests, ({ deps, actor, params }) => findGuests(deps, actor, params.id));
  route(app, endpoints.markAttendance, ({ deps, actor, params, body }) =>
    markAttendance(deps, actor, params.id, body.marks),
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

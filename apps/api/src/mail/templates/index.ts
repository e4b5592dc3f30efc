import type { z } from "zod";
import { certificateExpired } from "./certificate-expired.ts";
import { certificateIssued } from "./certificate-issued.ts";
import { certificateOfService } from "./certificate-of-service.ts";
import { certificateReissued } from "./certificate-reissued.ts";
import { courseCancelled } from "./course-cancelled.ts";
import { courseDatesChanged } from "./course-dates-changed.ts";
import { courseEnrolled } from "./course-enrolled.ts";
import { courseGuestSeat } from "./course-guest-seat.ts";
import { courseOfferLapsed } from "./course-offer-lapsed.ts";
import { coursePlaceEnded } from "./course-place-ended.ts";
import { coursePlaceOffered } from "./course-place-offered.ts";
import { emailCode } from "./email-code.ts";
import { requestArrived } from "./request-arrived.ts";
import { requestReceived } from "./request-received.ts";
import { requestWithdrawn } from "./request-withdrawn.ts";
import { proposalQuestion } from "./proposal-question.ts";
import { requestNews } from "./request-news.ts";
import { stammtischCancelled } from "./stammtisch-cancelled.ts";
import { stammtischChanged } from "./stammtisch-changed.ts";
import { stammtischInvitation } from "./stammtisch-invitation.ts";
import { stammtischReminder } from "./stammtisch-reminder.ts";
import { sessionReminder } from "./session-reminder.ts";
import { sessionCancelled } from "./session-cancelled.ts";
import { staffInvitation } from "./staff-invitation.ts";
import { tandemConfirmed } from "./tandem-confirmed.ts";
import { trainerInvitation } from "./trainer-invitation.ts";
import { usePassword } from "./use-password.ts";
import { volunteerFarewell } from "./volunteer-farewell.ts";
import { volunteerKnown } from "./volunteer-known.ts";
import { volunteerLeft } from "./volunteer-left.ts";
import { volunteerSignedUp } from "./volunteer-signed-up.ts";
import { volunteerWelcome } from "./volunteer-welcome.ts";

/** Every mail this program can send, by the name it has in the outbox. */
export const MAIL_TEMPLATES = {
  staff_invitation: staffInvitation,
  trainer_invitation: trainerInvitation,
  use_password: usePassword,
  certificate_expired: certificateExpired,
  certificate_issued: certificateIssued,
  certificate_of_service: certificateOfService,
  certificate_reissued: certificateReissued,
  course_cancelled: courseCancelled,
  course_dates_changed: courseDatesChanged,
  course_enrolled: courseEnrolled,
  course_guest_seat: courseGuestSeat,
  course_offer_lapsed: courseOfferLapsed,
  course_place_ended: coursePlaceEnded,
  course_place_offered: coursePlaceOffered,
  email_code: emailCode,
  request_arrived: requestArrived,
  request_received: requestReceived,
  request_withdrawn: requestWithdrawn,
  proposal_question: proposalQuestion,
  request_news: requestNews,
  session_cancelled: sessionCancelled,
  stammtisch_cancelled: stammtischCancelled,
  stammtisch_changed: stammtischChanged,
  stammtisch_invitation: stammtischInvitation,
  stammtisch_reminder: stammtischReminder,
  session_reminder: sessionReminder,
  tandem_confirmed: tandemConfirmed,
  volunteer_farewell: volunteerFarewell,
  volunteer_known: volunteerKnown,
  volunteer_left: volunteerLeft,
  volunteer_signed_up: volunteerSignedUp,
  volunteer_welcome: volunteerWelcome,
};

export type MailTemplateName = keyof typeof MAIL_TEMPLATES;
export type MailParams<N extends MailTemplateName> = z.input<(typeof MAIL_TEMPLATES)[N]["params"]>;

export const isMailTemplateName = (name: string): name is MailTemplateName => Object.hasOwn(MAIL_TEMPLATES, name);

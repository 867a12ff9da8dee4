package fr.liaison.client.device;

import fr.liaison.client.http.Problem;

/** What became of an enrolment. */
public sealed interface EnrolmentOutcome {
  record Enrolled(EnrolledDevice device) implements EnrolmentOutcome {}

  /** The store is a device already; revoke and forget that one first. */
  record AlreadyEnrolled(EnrolledDevice device) implements EnrolmentOutcome {}

  /** The account acts for nobody in the directory, so it cannot have a device. */
  record NoParticipant() implements EnrolmentOutcome {}

  /** The certificate that came does not hold: do not use this server. */
  record Untrustworthy(String why) implements EnrolmentOutcome {}

  record Refused(Problem problem) implements EnrolmentOutcome {}

  record Unreachable() implements EnrolmentOutcome {}
}

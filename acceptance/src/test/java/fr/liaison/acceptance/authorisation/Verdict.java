package fr.liaison.acceptance.authorisation;

import fr.liaison.acceptance.api.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an answer says about the right to ask. */
public enum Verdict {
  /** Heard: answered, or refused for what was asked and not for who asked. */
  YES,
  /** Needs a login. */
  LOGIN,
  /** The role does not allow it. */
  ROLE,
  /** Needs an enrolled device. */
  DEVICE,
  /** The register does not list the caller. */
  GONE,
  /** The caller's registration ended. */
  ENDED,
  /** The device was taken away. */
  REVOKED,
  /** None of these, so always wrong. */
  OTHER;

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private static final Map<String, Verdict> REFUSALS =
      Map.of(
          "401 unauthenticated", LOGIN,
          "403 forbidden", ROLE,
          "400 device-required", DEVICE,
          "403 not-registered", GONE,
          "403 registration-ended", ENDED,
          "403 device-revoked", REVOKED);

  /** Whether only a read or a refusal: nothing was done. */
  static boolean isHarmless(String method, Answer answer) {
    return READS.contains(method) || answer.status() >= CLIENT_ERROR;
  }

  static Verdict of(String method, Answer answer) {
    String problem = answer.problem();
    if (problem.isEmpty()) {
      return ofStatus(method, answer.status());
    }
    Verdict refusal = REFUSALS.get(answer.status() + " " + problem);
    if (refusal != null) {
      return refusal;
    }
    return answer.status() == 401 || answer.status() == 403 || answer.status() >= SERVER_ERROR
        ? OTHER
        : YES;
  }

  /** A HEAD has no body that could name the problem, and FHIR names it as its own standard asks. */
  private static Verdict ofStatus(String method, int status) {
    return switch (status) {
      case 401 -> LOGIN;
      case 403 -> ROLE;
      case 400 -> method.equals("HEAD") ? DEVICE : YES;
      default -> status < SERVER_ERROR ? YES : OTHER;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package fr.liaison.directory.device;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.practitioner.VisibleName;
import fr.liaison.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A well-formed request to enrol; whether it proves its key is for {@link Possession} to say. */
final class Enrolment {
  private static final int LONGEST_NAME = 64;

  private final String name;
  private final byte[] key;
  private final Possession possession;

  private Enrolment(String name, byte[] key, Possession possession) {
    this.name = name;
    this.key = key;
    this.possession = possession;
  }

  static Enrolment of(@Nullable EnrolmentRequest request) {
    if (request == null) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    String keyText = Possession.required("signatureKey", request.signatureKey());
    Possession possession =
        Possession.of(Possession.TO_ENROL, request.challenge(), request.proof());
    return new Enrolment(
        name(request.name()), Possession.bytes("signatureKey", keyText, 32), possession);
  }

  String name() {
    return name;
  }

  byte[] key() {
    return key.clone();
  }

  String challenge() {
    return possession.challenge();
  }

  void requirePossession() {
    possession.require(key);
  }

  /** Throws {@code invalid-parameter} for what is no name of a device. */
  static String name(@Nullable String name) {
    return VisibleName.of(name == null ? "" : name, LONGEST_NAME)
        .orElseThrow(() -> Problem.field("name", "must have 1 to 64 visible characters"));
  }
}

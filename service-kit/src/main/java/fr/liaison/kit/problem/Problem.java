package fr.liaison.kit.problem;

import fr.liaison.contracts.problem.ProblemType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on its way to the caller: a type of the closed list, an optional fixed explanation, and
 * members the caller needs to recover. Never carries input. Thrown by resources and use cases,
 * written by {@link ProblemMapper} alone.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ProblemType type;
  private final @Nullable String detail;
  private final transient Map<String, Object> members;
  private final @Nullable Duration retryAfter;
  private final boolean recorded;

  private Problem(
      ProblemType type,
      @Nullable String detail,
      Map<String, Object> members,
      @Nullable Duration retryAfter,
      boolean recorded) {
    super(type.code(), null, false, false);
    this.type = type;
    this.detail = detail;
    this.members = members;
    this.retryAfter = retryAfter;
    this.recorded = recorded;
  }

  public static Problem of(ProblemType type) {
    return new Problem(type, null, Map.of(), null, false);
  }

  /** The detail is a fixed sentence of the program: what was wrong and what to do next. */
  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, Map.of(), null, false);
  }

  /** Names the field that was wrong; {@code rule} says what it should have been. */
  public static Problem field(String field, String rule) {
    return of(ProblemType.INVALID_PARAMETER, rule).with("field", field);
  }

  public Problem with(String member, Object value) {
    Map<String, Object> extended = new LinkedHashMap<>(members);
    extended.put(member, value);
    return new Problem(type, detail, extended, retryAfter, recorded);
  }

  public Problem retryAfter(Duration delay) {
    return new Problem(type, detail, members, delay, recorded);
  }

  /** Whoever refused has recorded it, with more than the problem edge knows. */
  public Problem alreadyRecorded() {
    return new Problem(type, detail, members, retryAfter, true);
  }

  public ProblemType type() {
    return type;
  }

  /**
   * Whether it says "not you, not this": such answers are recorded by the problem edge, unless
   * whoever refused has done so.
   */
  public boolean refusesAccess() {
    return switch (type) {
      case FORBIDDEN,
          DEVICE_UNKNOWN,
          DEVICE_REVOKED,
          DEVICE_EXPIRED,
          NOT_REGISTERED,
          REGISTRATION_ENDED,
          ACCOUNT_BOUND,
          CONVERSATION_CLOSED,
          NOT_ALLOWED_IN_CONVERSATION ->
          true;
      default -> false;
    };
  }

  boolean isRecorded() {
    return recorded;
  }

  @Nullable String detail() {
    return detail;
  }

  Map<String, Object> members() {
    return members;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}

package fr.liaison.conversation.group;

import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.refusal.Refusal;

/**
 * MLS bytes that cannot be taken: which field of the request, where in its bytes when they could
 * not be read, and why. Never the bytes.
 */
public record Unfit(String field, int offset, String reason) {
  static Unfit of(String field, Malformed malformed) {
    return new Unfit(field, malformed.offset(), malformed.fault().code());
  }

  static Unfit of(String field, Refusal refusal) {
    return new Unfit(field, 0, refusal.code());
  }

  static Unfit of(String field, String reason) {
    return new Unfit(field, 0, reason);
  }
}

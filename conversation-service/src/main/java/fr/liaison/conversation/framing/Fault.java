package fr.liaison.conversation.framing;

/** Why bytes are not acceptable MLS; the code goes into the problem, the bytes never do. */
public enum Fault {
  EMPTY,
  TRUNCATED,
  LENGTH_NOT_MINIMAL,
  LENGTH_BEYOND_INPUT,
  TRAILING_BYTES,
  VERSION,
  WIRE_FORMAT,
  CIPHER_SUITE,
  CONTENT_TYPE,
  SENDER_TYPE,
  CREDENTIAL_TYPE,
  PROPOSAL_TYPE,
  LEAF_SOURCE,
  OPTIONAL_FLAG,
  NUMBER_TOO_LARGE,
  TOO_MANY_ITEMS,
  GROUP_ID,
  EPOCH,
  KEY_LENGTH,
  SIGNATURE_KEY,
  LIFETIME,
  PATH_MISSING,
  UNKNOWN_REFERENCE,
  ROSTER;

  /** The stable code, for example {@code length-beyond-input}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}

package fr.liaison.mls.codec;

import java.util.Locale;

/** Bytes that are not what they should be: the first fault and its offset, never the bytes. */
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why bytes were refused. */
  public enum Fault {
    TRUNCATED,
    LENGTH_NOT_MINIMAL,
    LENGTH_BEYOND_INPUT,
    TRAILING_BYTES,
    VERSION,
    WIRE_FORMAT,
    CONTENT_TYPE,
    SENDER_TYPE,
    CREDENTIAL_TYPE,
    PROPOSAL_TYPE,
    PSK_TYPE,
    LEAF_SOURCE,
    NODE_TYPE,
    OPTIONAL_FLAG,
    PADDING,
    TREE_SHAPE,
    TREE_TOO_LARGE,
    NUMBER_TOO_LARGE,
    STATE_FORMAT;

    /** The stable code, for example {@code length-beyond-input}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Fault fault;
  private final int offset;

  public Malformed(Fault fault, int offset) {
    super(fault.code() + " at " + offset, null, false, false);
    this.fault = fault;
    this.offset = offset;
  }

  public Fault fault() {
    return fault;
  }

  /** In bytes from the start of the input. */
  public int offset() {
    return offset;
  }
}

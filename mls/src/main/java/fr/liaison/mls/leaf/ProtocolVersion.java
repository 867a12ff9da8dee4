package fr.liaison.mls.leaf;

/** The protocol version of RFC 9420 section 6. */
public final class ProtocolVersion {
  public static final int MLS10 = 1;

  private ProtocolVersion() {}
}

package fr.liaison.mls.leaf;

/** The extension types of RFC 9420 section 17.3. Every other number is kept as opaque bytes. */
public final class ExtensionType {
  public static final int APPLICATION_ID = 1;
  public static final int RATCHET_TREE = 2;
  public static final int REQUIRED_CAPABILITIES = 3;
  public static final int EXTERNAL_PUB = 4;
  public static final int EXTERNAL_SENDERS = 5;

  private ExtensionType() {}

  /** Whether every implementation supports the type, so that capabilities need not list it. */
  static boolean isDefault(int type) {
    return type >= APPLICATION_ID && type <= EXTERNAL_SENDERS;
  }
}

package fr.liaison.mls.message;

import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;

/** ContentType, RFC 9420 section 6. */
public enum ContentType {
  APPLICATION(1),
  PROPOSAL(2),
  COMMIT(3);

  private final int number;

  ContentType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  static ContentType read(TlsReader in) throws Malformed {
    int read = in.uint8();
    for (ContentType type : values()) {
      if (type.number == read) {
        return type;
      }
    }
    throw in.fault(Malformed.Fault.CONTENT_TYPE, 1);
  }
}

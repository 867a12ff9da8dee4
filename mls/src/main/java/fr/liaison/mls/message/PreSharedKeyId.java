package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;

/** PreSharedKeyID, RFC 9420 section 8.4: which key, and a nonce for this use of it. */
public record PreSharedKeyId(Key key, Bytes nonce) implements Encodable {
  /** The key that is meant. */
  public sealed interface Key extends Encodable {}

  /** One the application knows by this name. */
  public record External(Bytes id) implements Key {
    @Override
    public void write(TlsWriter out) {
      out.uint8(1).opaque(id);
    }
  }

  /** The resumption secret of a group's epoch. */
  public record Resumption(Usage usage, Bytes groupId, long epoch) implements Key {
    @Override
    public void write(TlsWriter out) {
      out.uint8(2).uint8(usage.number).opaque(groupId).uint64(epoch);
    }
  }

  /** ResumptionPSKUsage. */
  public enum Usage {
    APPLICATION(1),
    REINIT(2),
    BRANCH(3);

    private final int number;

    Usage(int number) {
      this.number = number;
    }

    private static Usage read(TlsReader in) throws Malformed {
      int read = in.uint8();
      for (Usage usage : values()) {
        if (usage.number == read) {
          return usage;
        }
      }
      throw in.fault(Malformed.Fault.PSK_TYPE, 1);
    }
  }

  public static PreSharedKeyId read(TlsReader in) throws Malformed {
    Key key =
        switch (in.uint8()) {
          case 1 -> new External(in.opaque());
          case 2 -> new Resumption(Usage.read(in), in.opaque(), in.uint64());
          default -> throw in.fault(Malformed.Fault.PSK_TYPE, 1);
        };
    return new PreSharedKeyId(key, in.opaque());
  }

  @Override
  public void write(TlsWriter out) {
    out.value(key).opaque(nonce);
  }
}

package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import java.time.Duration;
import java.time.Instant;

/** Lifetime, RFC 9420 section 7.2: unsigned seconds since 1970, both ends included. */
public record Lifetime(long notBefore, long notAfter) implements Encodable {
  /** From an hour ago, for peers whose clock is behind. */
  public static Lifetime from(Instant now, Duration length) {
    return new Lifetime(
        now.minus(Duration.ofHours(1)).getEpochSecond(), now.plus(length).getEpochSecond());
  }

  public static Lifetime read(TlsReader in) throws Malformed {
    return new Lifetime(in.uint64(), in.uint64());
  }

  public boolean contains(Instant moment) {
    long second = moment.getEpochSecond();
    return Long.compareUnsigned(notBefore, second) <= 0
        && Long.compareUnsigned(second, notAfter) <= 0;
  }

  public boolean isAtMost(Duration length) {
    return Long.compareUnsigned(notBefore, notAfter) <= 0
        && Long.compareUnsigned(notAfter - notBefore, length.toSeconds()) <= 0;
  }

  @Override
  public void write(TlsWriter out) {
    out.uint64(notBefore).uint64(notAfter);
  }
}

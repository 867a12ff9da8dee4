package fr.liaison.notification.subscription;

import fr.liaison.contracts.json.Bytes;
import java.math.BigInteger;

/**
 * What the payload is encrypted with (RFC 8291): the browser's P-256 point and its secret. Both
 * have one size, and the point must lie on the curve.
 */
public record SubscriptionKeys(Bytes p256dh, Bytes auth) {
  private static final int POINT = 65;
  private static final int SECRET = 16;
  private static final byte UNCOMPRESSED = 4;
  private static final BigInteger P =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
  private static final BigInteger THREE = BigInteger.valueOf(3);

  static boolean isPoint(Bytes candidate) {
    if (candidate.length() != POINT) {
      return false;
    }
    byte[] bytes = candidate.toArray();
    BigInteger x = new BigInteger(1, bytes, 1, 32);
    BigInteger y = new BigInteger(1, bytes, 33, 32);
    return bytes[0] == UNCOMPRESSED
        && x.compareTo(P) < 0
        && y.compareTo(P) < 0
        && y.multiply(y).mod(P).equals(x.pow(3).subtract(x.multiply(THREE)).add(B).mod(P));
  }

  static boolean isSecret(Bytes candidate) {
    return candidate.length() == SECRET;
  }
}

package fr.liaison.mls.crypto;

import fr.liaison.mls.codec.Bytes;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;

/**
 * Which bytes are public keys that something can be sealed to (RFC 9180 sections 7.1.1 and 7.1.4).
 * A key that is none must not enter a tree: nobody could commit until its holder is removed.
 */
enum KeyEncoding {
  X25519 {
    @Override
    boolean isKey(Bytes key) {
      if (key.length() != X25519_LENGTH) {
        return false;
      }
      byte[] canonical = key.toArray();
      canonical[X25519_LENGTH - 1] &= 0x7F;
      return !SMALL_ORDER.contains(Bytes.wrap(canonical));
    }
  },
  P256 {
    @Override
    boolean isKey(Bytes key) {
      if (key.length() != POINT_LENGTH || key.array()[0] != UNCOMPRESSED) {
        return false;
      }
      try {
        return CURVE.decodePoint(key.array()).isValid();
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  };

  private static final int X25519_LENGTH = 32;
  private static final int POINT_LENGTH = 65;
  private static final byte UNCOMPRESSED = 4;
  private static final ECCurve CURVE = CustomNamedCurves.getByName("P-256").getCurve();

  /** All encodings of points whose agreement is zero, the unused top bit cleared. */
  private static final Set<Bytes> SMALL_ORDER =
      Stream.concat(
              Stream.of(
                  Bytes.fromHex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
                  Bytes.fromHex(
                      "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157")),
              Stream.of(
                  filled(0, 0, 0), // 0
                  filled(1, 0, 0), // 1
                  filled(0xEC, 0xFF, 0x7F), // p - 1
                  filled(0xED, 0xFF, 0x7F), // p
                  filled(0xEE, 0xFF, 0x7F))) // p + 1
          .collect(Collectors.toUnmodifiableSet());

  abstract boolean isKey(Bytes key);

  private static Bytes filled(int first, int middle, int last) {
    byte[] key = new byte[X25519_LENGTH];
    Arrays.fill(key, (byte) middle);
    key[0] = (byte) first;
    key[X25519_LENGTH - 1] = (byte) last;
    return Bytes.wrap(key);
  }
}

package fr.liaison.platform.secret;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A P-256 key pair as RFC 8292 writes it: raw point and raw scalar in base64url. */
public record VapidKeys(String publicKey, String privateKey) {
  private static final int COORDINATE_BYTES = 32;

  static VapidKeys generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      ECPublicKey point = (ECPublicKey) pair.getPublic();
      byte[] uncompressed =
          ByteBuffer.allocate(1 + 2 * COORDINATE_BYTES)
              .put((byte) 4)
              .put(fixed(point.getW().getAffineX()))
              .put(fixed(point.getW().getAffineY()))
              .array();
      byte[] scalar = fixed(((ECPrivateKey) pair.getPrivate()).getS());
      Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
      return new VapidKeys(encoder.encodeToString(uncompressed), encoder.encodeToString(scalar));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] result = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, result, COORDINATE_BYTES - length, length);
    return result;
  }

  @Override
  public String toString() {
    return "VapidKeys[" + publicKey + "]";
  }
}

package fr.liaison.mls.crypto;

import fr.liaison.mls.codec.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The signature schemes of suites 1 to 3: raw keys in, no key objects kept. */
enum SignatureScheme {
  ED25519 {
    @Override
    Secret generate() {
      byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
      Ed25519.generatePrivateKey(RANDOM, seed);
      return Secret.taking(seed);
    }

    @Override
    Bytes publicKey(Secret privateKey) {
      byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
      Ed25519.generatePublicKey(checked(privateKey), 0, key, 0);
      return Bytes.wrap(key);
    }

    @Override
    byte[] sign(Secret privateKey, Bytes publicKey, byte[] content) {
      byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
      Ed25519.sign(
          checked(privateKey), 0, publicKey.array(), 0, content, 0, content.length, signature, 0);
      return signature;
    }

    @Override
    boolean verify(Bytes publicKey, byte[] content, Bytes signature) {
      return publicKey.length() == Ed25519.PUBLIC_KEY_SIZE
          && signature.length() == Ed25519.SIGNATURE_SIZE
          && Ed25519.verify(signature.array(), 0, publicKey.array(), 0, content, 0, content.length);
    }
  },
  ECDSA_P256 {
    @Override
    Secret generate() {
      BigInteger scalar;
      do {
        scalar = new BigInteger(CURVE.getN().bitLength(), RANDOM);
      } while (scalar.signum() == 0 || scalar.compareTo(CURVE.getN()) >= 0);
      return Secret.taking(
          org.bouncycastle.util.BigIntegers.asUnsignedByteArray(KEY_LENGTH, scalar));
    }

    @Override
    Bytes publicKey(Secret privateKey) {
      return Bytes.wrap(CURVE.getG().multiply(scalar(privateKey)).getEncoded(false));
    }

    @Override
    byte[] sign(Secret privateKey, Bytes publicKey, byte[] content) {
      // The nonce is derived from key and content (RFC 6979), so a weak random source cannot leak.
      ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
      signer.init(true, new ECPrivateKeyParameters(scalar(privateKey), CURVE));
      BigInteger[] pair = signer.generateSignature(sha256(content));
      try {
        return StandardDSAEncoding.INSTANCE.encode(CURVE.getN(), pair[0], pair[1]);
      } catch (IOException e) {
        throw new IllegalStateException("a signature could not be encoded", e);
      }
    }

    @Override
    boolean verify(Bytes publicKey, byte[] content, Bytes signature) {
      try {
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(
            false,
            new ECPublicKeyParameters(CURVE.getCurve().decodePoint(publicKey.array()), CURVE));
        BigInteger[] pair = StandardDSAEncoding.INSTANCE.decode(CURVE.getN(), signature.array());
        return publicKey.length() == POINT_LENGTH
            && verifier.verifySignature(sha256(content), pair[0], pair[1]);
      } catch (IOException | RuntimeException e) {
        // The DER reader casts before it looks.
        return false;
      }
    }
  };

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ECDomainParameters CURVE =
      new ECDomainParameters(CustomNamedCurves.getByName("P-256"));
  private static final int KEY_LENGTH = 32;
  private static final int POINT_LENGTH = 65;

  abstract Secret generate();

  abstract Bytes publicKey(Secret privateKey);

  abstract byte[] sign(Secret privateKey, Bytes publicKey, byte[] content);

  /** False for anything that is not a valid signature, malformed keys included. */
  abstract boolean verify(Bytes publicKey, byte[] content, Bytes signature);

  private static byte[] checked(Secret privateKey) {
    if (privateKey.length() != KEY_LENGTH) {
      throw new IllegalArgumentException("a private key has 32 bytes");
    }
    return privateKey.array();
  }

  private static BigInteger scalar(Secret privateKey) {
    return new BigInteger(1, privateKey.array());
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

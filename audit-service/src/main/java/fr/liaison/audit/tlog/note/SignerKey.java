package fr.liaison.audit.tlog.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/** A named Ed25519 private key. Never printed: its text form is that of the public half. */
public final class SignerKey {

  public static final int SEED_BYTES = 32;

  private final VerifierKey verifier;
  private final PrivateKey key;

  private SignerKey(VerifierKey verifier, PrivateKey key) {
    this.verifier = verifier;
    this.key = key;
  }

  /** Takes the 32-byte seed of RFC 8032. */
  public static SignerKey ofSeed(KeyName name, byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
      KeyPair pair = generator.generateKeyPair();
      byte[] spki = pair.getPublic().getEncoded();
      byte[] publicKey = Arrays.copyOfRange(spki, spki.length - SEED_BYTES, spki.length);
      return new SignerKey(new VerifierKey(name, publicKey), pair.getPrivate());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Ed25519 is part of the JDK", impossible);
    }
  }

  public VerifierKey verifier() {
    return verifier;
  }

  /** Signs a note; the text must end in a newline. */
  public SignedNote sign(String text) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      return SignedNote.of(text, verifier, signer.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Ed25519 is part of the JDK", impossible);
    }
  }

  @Override
  public String toString() {
    return verifier.toString();
  }

  /**
   * Hands out the seed once. The JDK derives an Ed25519 public key only while generating a pair,
   * and it takes the private key verbatim from its source of randomness.
   */
  private static final class FixedRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    private FixedRandom(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("the JDK no longer draws an Ed25519 seed in one piece");
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}

package fr.liaison.client.device;

import fr.liaison.contracts.json.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/** The Ed25519 key of this device, RFC 8032 raw forms. Prints nothing of it. */
public final class DeviceKey {
  private static final int LENGTH = 32;

  private final Bytes publicKey;
  private final Bytes seed;
  private final PrivateKey signer;

  private DeviceKey(Bytes publicKey, Bytes seed) throws GeneralSecurityException {
    this.publicKey = publicKey;
    this.seed = seed;
    this.signer =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.toArray()));
  }

  public static DeviceKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      return new DeviceKey(
          Bytes.of(Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length)),
          Bytes.of(seed));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Ed25519 must be there", impossible);
    }
  }

  /** From what {@link #publicKey} and {@link #seed} gave. */
  public static DeviceKey restore(Bytes publicKey, Bytes seed) {
    if (publicKey.length() != LENGTH || seed.length() != LENGTH) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
    }
    try {
      return new DeviceKey(publicKey, seed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Ed25519 must be there", impossible);
    }
  }

  public Bytes publicKey() {
    return publicKey;
  }

  /** The private key; leaves this object only for the sealed store and for MLS. */
  public Bytes seed() {
    return seed;
  }

  public Bytes sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(signer);
      signature.update(message);
      return Bytes.of(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Ed25519 must be there", impossible);
    }
  }

  /** Proof of possession for one purpose, over what the directory asked to sign. */
  Bytes proof(String purpose, String challenge) {
    String signed = purpose + "\n" + challenge + "\n" + publicKey.toBase64Url();
    return sign(signed.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "DeviceKey";
  }
}

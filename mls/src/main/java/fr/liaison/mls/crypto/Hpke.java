package fr.liaison.mls.crypto;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * HPKE base mode (RFC 9180) over raw keys. Bouncy Castle's objects keep state, so each call makes
 * its own; whatever a hostile key makes them throw becomes a refusal.
 */
enum Hpke {
  X25519_AES128(HPKE.kem_X25519_SHA256, HPKE.aead_AES_GCM128, KeyEncoding.X25519),
  P256_AES128(HPKE.kem_P256_SHA256, HPKE.aead_AES_GCM128, KeyEncoding.P256),
  X25519_CHACHA20(HPKE.kem_X25519_SHA256, HPKE.aead_CHACHA20_POLY1305, KeyEncoding.X25519);

  private static final byte[] EMPTY = {};

  private final short kem;
  private final short aead;
  private final KeyEncoding encoding;

  Hpke(short kem, short aead, KeyEncoding encoding) {
    this.kem = kem;
    this.aead = aead;
    this.encoding = encoding;
  }

  boolean isPublicKey(Bytes key) {
    return encoding.isKey(key);
  }

  HpkeKeyPair generate() {
    HPKE hpke = hpke();
    return pair(hpke, hpke.generatePrivateKey());
  }

  /** DeriveKeyPair of RFC 9180 section 7.1.3. */
  HpkeKeyPair derive(byte[] material) {
    HPKE hpke = hpke();
    return pair(hpke, hpke.deriveKeyPair(material));
  }

  HpkeCiphertext seal(Bytes publicKey, byte[] info, byte[] plaintext) throws Refused {
    HPKEContextWithEncapsulation context = toward(publicKey, info);
    try {
      return new HpkeCiphertext(
          Bytes.wrap(context.getEncapsulation()), Bytes.wrap(context.seal(EMPTY, plaintext)));
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  Secret open(HpkeKeyPair own, HpkeCiphertext sealed, byte[] info) throws Refused {
    try {
      HPKE hpke = hpke();
      return Secret.taking(
          hpke.setupBaseR(sealed.kemOutput().toArray(), pair(hpke, own), info)
              .open(EMPTY, sealed.ciphertext().toArray()));
    } catch (InvalidCipherTextException | RuntimeException e) {
      throw new Refused(Refusal.NOT_DECRYPTABLE);
    }
  }

  /** The sender's side of a secret export: encapsulation and secret. */
  Exported exportTo(Bytes publicKey, byte[] exporterContext, int length) throws Refused {
    HPKEContextWithEncapsulation context = toward(publicKey, EMPTY);
    return new Exported(
        Bytes.wrap(context.getEncapsulation()),
        Secret.taking(context.export(exporterContext, length)));
  }

  Secret exportFrom(HpkeKeyPair own, Bytes kemOutput, byte[] exporterContext, int length)
      throws Refused {
    try {
      HPKE hpke = hpke();
      return Secret.taking(
          hpke.setupBaseR(kemOutput.toArray(), pair(hpke, own), EMPTY)
              .export(exporterContext, length));
    } catch (RuntimeException e) {
      throw new Refused(Refusal.NOT_DECRYPTABLE);
    }
  }

  /** What {@link #exportTo} answers. */
  record Exported(Bytes kemOutput, Secret secret) {}

  private HPKEContextWithEncapsulation toward(Bytes publicKey, byte[] info) throws Refused {
    try {
      HPKE hpke = hpke();
      AsymmetricKeyParameter key = hpke.deserializePublicKey(publicKey.toArray());
      return hpke.setupBaseS(key, info);
    } catch (RuntimeException e) {
      throw new Refused(Refusal.INVALID_LEAF);
    }
  }

  private static HpkeKeyPair pair(HPKE hpke, AsymmetricCipherKeyPair pair) {
    return new HpkeKeyPair(
        Bytes.wrap(hpke.serializePublicKey(pair.getPublic())),
        Secret.taking(hpke.serializePrivateKey(pair.getPrivate())));
  }

  private static AsymmetricCipherKeyPair pair(HPKE hpke, HpkeKeyPair own) {
    return hpke.deserializePrivateKey(own.privateKey().array(), own.publicKey().array());
  }

  private HPKE hpke() {
    return new HPKE(HPKE.mode_base, kem, HPKE.kdf_HKDF_SHA256, aead);
  }
}

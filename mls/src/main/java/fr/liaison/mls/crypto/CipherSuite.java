package fr.liaison.mls.crypto;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cipher suites in use and the labelled functions of RFC 9420 section 5, sections 8 and 9.
 * Suites 1 to 3 all have SHA-256, so Nh is 32 everywhere.
 */
public enum CipherSuite {
  /** The default of Liaison. */
  MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519(1, Hpke.X25519_AES128, 16, SignatureScheme.ED25519),
  MLS_128_DHKEMP256_AES128GCM_SHA256_P256(2, Hpke.P256_AES128, 16, SignatureScheme.ECDSA_P256),
  MLS_128_DHKEMX25519_CHACHA20POLY1305_SHA256_ED25519(
      3, Hpke.X25519_CHACHA20, 32, SignatureScheme.ED25519);

  private static final String PREFIX = "MLS 1.0 ";
  private static final int HASH_LENGTH = 32;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] EXTERNAL_INIT =
      "MLS 1.0 external init secret".getBytes(StandardCharsets.US_ASCII);

  private final int id;
  private final Hpke hpke;
  private final int keyLength;
  private final SignatureScheme scheme;

  CipherSuite(int id, Hpke hpke, int keyLength, SignatureScheme scheme) {
    this.id = id;
    this.hpke = hpke;
    this.keyLength = keyLength;
    this.scheme = scheme;
  }

  /** Empty for suites this library does not speak. */
  public static Optional<CipherSuite> of(int id) {
    return Stream.of(values()).filter(suite -> suite.id == id).findAny();
  }

  /** The number in the IANA registry. */
  public int id() {
    return id;
  }

  SignatureScheme scheme() {
    return scheme;
  }

  /** Nh of RFC 9420: bytes of a hash and of every secret. */
  public int hashLength() {
    return HASH_LENGTH;
  }

  /** Nk: bytes of a message key. */
  public int keyLength() {
    return keyLength;
  }

  /** Nn: bytes of a message nonce. */
  public int nonceLength() {
    return NONCE_LENGTH;
  }

  public byte[] hash(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** RefHash, section 5.2. */
  public Bytes refHash(String label, Bytes value) {
    return Bytes.wrap(hash(new TlsWriter().opaque(utf8(label)).opaque(value).toArray()));
  }

  public byte[] mac(Secret key, byte[] content) {
    return hmac(key.array(), content);
  }

  /** KDF.Extract: HKDF-Extract with the first argument as salt. */
  public Secret extract(Secret salt, Secret material) {
    return Secret.taking(hmac(salt.array(), material.array()));
  }

  /** ExpandWithLabel, section 8. */
  public Secret expandWithLabel(Secret secret, String label, byte[] context, int length) {
    byte[] info =
        new TlsWriter()
            .uint16(length)
            .opaque(utf8(PREFIX + label))
            .opaque(context)
            .uint8(0)
            .toArray();
    byte[] out = new byte[length];
    byte[] block = {};
    for (int done = 0, counter = 1; done < length; counter++) {
      byte[] input = new byte[block.length + info.length];
      System.arraycopy(block, 0, input, 0, block.length);
      System.arraycopy(info, 0, input, block.length, info.length);
      input[input.length - 1] = (byte) counter;
      block = hmac(secret.array(), input);
      int take = Math.min(block.length, length - done);
      System.arraycopy(block, 0, out, done, take);
      done += take;
    }
    return Secret.taking(out);
  }

  /** DeriveSecret, section 8. */
  public Secret deriveSecret(Secret secret, String label) {
    return expandWithLabel(secret, label, new byte[0], HASH_LENGTH);
  }

  /** DeriveTreeSecret, section 9. */
  public Secret deriveTreeSecret(Secret secret, String label, long generation, int length) {
    return expandWithLabel(secret, label, new TlsWriter().uint32(generation).toArray(), length);
  }

  public HpkeKeyPair generateKeyPair() {
    return hpke.generate();
  }

  /** Whether something can be sealed to the key: a point of the curve, of full order. */
  public boolean isEncryptionKey(Bytes publicKey) {
    return hpke.isPublicKey(publicKey);
  }

  public HpkeKeyPair deriveKeyPair(Secret material) {
    return hpke.derive(material.array());
  }

  /** SignWithLabel, section 5.1.2. */
  public Bytes signWithLabel(Signer signer, String label, byte[] content) {
    return Bytes.wrap(signer.sign(signContent(label, content)));
  }

  /** VerifyWithLabel, section 5.1.2. False for malformed keys too. */
  public boolean verifyWithLabel(Bytes publicKey, String label, byte[] content, Bytes signature) {
    return scheme.verify(publicKey, signContent(label, content), signature);
  }

  /** EncryptWithLabel, section 5.1.3. Refuses public keys that are no points of the curve. */
  public HpkeCiphertext encryptWithLabel(
      Bytes publicKey, String label, Bytes context, Secret plaintext) throws Refused {
    return hpke.seal(publicKey, signContent(label, context.array()), plaintext.array());
  }

  /** DecryptWithLabel, section 5.1.3. */
  public Secret decryptWithLabel(
      HpkeKeyPair own, String label, Bytes context, HpkeCiphertext sealed) throws Refused {
    return hpke.open(own, sealed, signContent(label, context.array()));
  }

  /** The joiner's half of an external init (section 8.3): KEM output and init secret. */
  public ExternalInit externalInit(Bytes externalPublicKey) throws Refused {
    Hpke.Exported exported = hpke.exportTo(externalPublicKey, EXTERNAL_INIT, HASH_LENGTH);
    return new ExternalInit(exported.kemOutput(), exported.secret());
  }

  /** The members' half of an external init (section 8.3). */
  public Secret externalInit(HpkeKeyPair external, Bytes kemOutput) throws Refused {
    return hpke.exportFrom(external, kemOutput, EXTERNAL_INIT, HASH_LENGTH);
  }

  /** A KEM output to send and the init secret it stands for. */
  public record ExternalInit(Bytes kemOutput, Secret initSecret) {}

  public byte[] seal(Secret key, byte[] nonce, byte[] associated, byte[] plaintext) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plaintext);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  public byte[] open(Secret key, byte[] nonce, byte[] associated, byte[] ciphertext)
      throws Refused {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, associated).doFinal(ciphertext);
    } catch (AEADBadTagException e) {
      throw new Refused(Refusal.NOT_DECRYPTABLE);
    } catch (GeneralSecurityException e) {
      if (ciphertext.length < TAG_BITS / 8) {
        throw new Refused(Refusal.NOT_DECRYPTABLE);
      }
      throw new IllegalStateException("opening failed", e);
    }
  }

  private Cipher cipher(int mode, Secret key, byte[] nonce, byte[] associated)
      throws GeneralSecurityException {
    boolean aes = keyLength == 16;
    Cipher cipher = Cipher.getInstance(aes ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305");
    cipher.init(
        mode,
        new SecretKeySpec(key.array(), aes ? "AES" : "ChaCha20"),
        aes ? new GCMParameterSpec(TAG_BITS, nonce) : new IvParameterSpec(nonce));
    cipher.updateAAD(associated);
    return cipher;
  }

  /** SignContent and EncryptContext have the same shape. */
  private static byte[] signContent(String label, byte[] content) {
    return new TlsWriter().opaque(utf8(PREFIX + label)).opaque(content).toArray();
  }

  private static byte[] hmac(byte[] key, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      // An empty key is one of zeros to HMAC, but not to the JDK.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[HASH_LENGTH] : key, "HmacSHA256"));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

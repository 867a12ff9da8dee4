package fr.liaison.client.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM under a random nonce. Table and key are authenticated with the value, so that rows
 * cannot be swapped. Sealed form: nonce, ciphertext, tag.
 */
final class Sealing {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  Sealing(StoreKey key) {
    this.key = key.aes();
  }

  byte[] seal(String table, String row, byte[] plaintext) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, table, row).doFinal(plaintext);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM must be there", impossible);
    }
  }

  /** Throws {@link StoreDamaged} for anything that this key did not seal for this very place. */
  byte[] open(String table, String row, byte[] sealed) {
    if (sealed.length < NONCE + TAG_BITS / 8) {
      throw new StoreDamaged("a value is cut off");
    }
    byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, table, row)
          .doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (AEADBadTagException forged) {
      throw new StoreDamaged("a value was not sealed for its place");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM must be there", impossible);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String table, String row)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((table + "\0" + row).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}

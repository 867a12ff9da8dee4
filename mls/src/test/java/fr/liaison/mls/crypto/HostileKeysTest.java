package fr.liaison.mls.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.refusal.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys and signatures that are none. */
class HostileKeysTest {
  private static final CipherSuite X25519 =
      CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519;
  private static final CipherSuite P256 = CipherSuite.MLS_128_DHKEMP256_AES128GCM_SHA256_P256;

  @Test
  void pointsOfSmallOrderAreNoKeysAndNothingCouldBeSealedToThem() {
    String ff = "ff".repeat(30);
    for (String hex :
        List.of(
            "00".repeat(32),
            "01" + "00".repeat(31),
            "ec" + ff + "7f",
            "ed" + ff + "7f",
            "ee" + ff + "7f",
            "ed" + ff + "ff",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157")) {
      Bytes key = Bytes.fromHex(hex);
      assertThat(X25519.isEncryptionKey(key)).as(hex).isFalse();
      assertThatThrownBy(() -> X25519.encryptWithLabel(key, "l", Bytes.EMPTY, Secret.zero(1)))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void everyGeneratedKeyIsAKey() {
    for (CipherSuite suite : CipherSuite.values()) {
      assertThat(suite.isEncryptionKey(suite.generateKeyPair().publicKey())).isTrue();
    }
  }

  @Test
  void whatIsNoPointOfTheCurveIsNoKey() {
    byte[] key = P256.generateKeyPair().publicKey().toArray();
    key[64] ^= 1;
    assertThat(P256.isEncryptionKey(Bytes.of(key))).isFalse();
    assertThat(P256.isEncryptionKey(Bytes.wrap(new byte[1]))).isFalse();
    assertThat(P256.isEncryptionKey(Bytes.EMPTY)).isFalse();
  }

  @Test
  void signaturesThatAreNotDerAreRefused() {
    SignatureKeyPair pair = SignatureKeyPair.generate(P256);
    for (String hex : List.of("", "020101", "3006040101040101", "3000", "30", "3080", "00")) {
      assertThat(P256.verifyWithLabel(pair.publicKey(), "l", new byte[0], Bytes.fromHex(hex)))
          .as(hex)
          .isFalse();
    }
  }
}

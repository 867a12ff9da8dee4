package fr.liaison.mls.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.vectors.Vectors;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CryptoVectorsTest {
  @TestFactory
  Stream<DynamicTest> cryptoBasics() throws IOException {
    return Vectors.eachSuite(
        "crypto-basics",
        (suite, vector) -> {
          refHash(suite, vector.get("ref_hash"));
          expand(suite, vector.get("expand_with_label"));
          derive(suite, vector.get("derive_secret"));
          deriveTree(suite, vector.get("derive_tree_secret"));
          sign(suite, vector.get("sign_with_label"));
          encrypt(suite, vector.get("encrypt_with_label"));
        });
  }

  private static void refHash(CipherSuite suite, JsonNode vector) {
    assertThat(suite.refHash(vector.get("label").asText(), Vectors.bytes(vector, "value")))
        .isEqualTo(Vectors.bytes(vector, "out"));
  }

  private static void expand(CipherSuite suite, JsonNode vector) {
    Secret out =
        suite.expandWithLabel(
            Vectors.secret(vector, "secret"),
            vector.get("label").asText(),
            Vectors.bytes(vector, "context").array(),
            vector.get("length").asInt());
    assertThat(out).isEqualTo(Vectors.secret(vector, "out"));
  }

  private static void derive(CipherSuite suite, JsonNode vector) {
    assertThat(suite.deriveSecret(Vectors.secret(vector, "secret"), vector.get("label").asText()))
        .isEqualTo(Vectors.secret(vector, "out"));
  }

  private static void deriveTree(CipherSuite suite, JsonNode vector) {
    Secret out =
        suite.deriveTreeSecret(
            Vectors.secret(vector, "secret"),
            vector.get("label").asText(),
            vector.get("generation").asLong(),
            vector.get("length").asInt());
    assertThat(out).isEqualTo(Vectors.secret(vector, "out"));
  }

  private static void sign(CipherSuite suite, JsonNode vector) {
    Bytes publicKey = Vectors.bytes(vector, "pub");
    String label = vector.get("label").asText();
    byte[] content = Vectors.bytes(vector, "content").array();
    SignatureKeyPair pair = SignatureKeyPair.of(suite, Vectors.secret(vector, "priv"));

    assertThat(pair.publicKey()).isEqualTo(publicKey);
    assertThat(suite.verifyWithLabel(publicKey, label, content, Vectors.bytes(vector, "signature")))
        .isTrue();
    assertThat(
            suite.verifyWithLabel(
                publicKey, label, content, suite.signWithLabel(pair, label, content)))
        .isTrue();
    assertThat(
            suite.verifyWithLabel(
                publicKey, label + "!", content, Vectors.bytes(vector, "signature")))
        .isFalse();
  }

  private static void encrypt(CipherSuite suite, JsonNode vector) throws Exception {
    HpkeKeyPair pair =
        new HpkeKeyPair(Vectors.bytes(vector, "pub"), Vectors.secret(vector, "priv"));
    String label = vector.get("label").asText();
    Bytes context = Vectors.bytes(vector, "context");
    Secret plaintext = Vectors.secret(vector, "plaintext");
    HpkeCiphertext sealed =
        new HpkeCiphertext(
            Vectors.bytes(vector, "kem_output"), Vectors.bytes(vector, "ciphertext"));

    assertThat(suite.decryptWithLabel(pair, label, context, sealed)).isEqualTo(plaintext);
    HpkeCiphertext ours = suite.encryptWithLabel(pair.publicKey(), label, context, plaintext);
    assertThat(suite.decryptWithLabel(pair, label, context, ours)).isEqualTo(plaintext);
  }
}

package fr.liaison.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TestTokensTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aTokenVerifiesWithThePublishedKey() throws IOException, GeneralSecurityException {
    String token = TestTokens.practitioner("someone", "899700000001").sign();

    assertThat(verifies(token)).isTrue();
    JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    assertThat(claims.get("national_id").asText()).isEqualTo("899700000001");
    assertThat(claims.get("realm_access").get("roles").get(0).asText()).isEqualTo("practitioner");
    assertThat(claims.get("aud").asText()).isEqualTo("liaison-api");
  }

  @Test
  void aForgedTokenDoesNot() throws IOException, GeneralSecurityException {
    assertThat(verifies(TestTokens.account("someone").forged().sign())).isFalse();
  }

  private static boolean verifies(String token) throws IOException, GeneralSecurityException {
    String address = new TokensResource().start().get("liaison.oidc.jwks");
    assertThat(address).isNotNull();
    JsonNode key = JSON.readTree(fetch(address)).get("keys").get(0);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
    String[] parts = token.split("\\.");
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  private static byte[] fetch(String address) throws IOException {
    try (InputStream stream = URI.create(address).toURL().openStream()) {
      return stream.readAllBytes();
    }
  }

  private static BigInteger number(JsonNode key, String field) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.get(field).asText()));
  }
}

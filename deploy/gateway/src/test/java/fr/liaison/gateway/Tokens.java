package fr.liaison.gateway;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** Signs access tokens as the realm does, for the front that checks them. */
final class Tokens {
  static final String ISSUER_PATH = "/auth/realms/liaison";

  private final KeyPair key;
  private final String issuer;

  Tokens(String origin) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    key = generator.generateKeyPair();
    issuer = origin + ISSUER_PATH;
  }

  String publicKeyPem() {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  String valid(String subject) {
    return sign("RS256", claims(subject));
  }

  JsonObject claims(String subject) {
    return new JsonObject()
        .put("iss", issuer)
        .put("aud", "liaison-api")
        .put("sub", subject)
        .put("exp", Instant.now().plusSeconds(300).getEpochSecond());
  }

  String sign(String algorithm, JsonObject claims) {
    try {
      String head = encode(new JsonObject().put("alg", algorithm).put("typ", "JWT").encode());
      String signed = head + "." + encode(claims.encode());
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

package fr.liaison.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Access tokens as the realm issues them, signed with this JVM's key. A fresh builder gives a valid
 * token of a practitioner who has just logged in; every setter spoils or changes one claim.
 */
public final class TestTokens {
  public static final String ISSUER = "http://localhost:8080/auth/realms/liaison";
  public static final String AUDIENCE = "liaison-api";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final Map<String, Object> claims = new LinkedHashMap<>();
  private TestKeys keys = TestKeys.ofThisJvm();

  private TestTokens() {
    Instant now = Instant.now();
    claims.put("typ", "Bearer");
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iss", ISSUER);
    claims.put("aud", AUDIENCE);
    claims.put("azp", "liaison-web");
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plusSeconds(300).getEpochSecond());
    claims.put("auth_time", now.getEpochSecond());
  }

  /** Any account: only the subject and the roles are set. */
  public static TestTokens account(String subject, String... roles) {
    return new TestTokens().subject(subject).roles(roles);
  }

  /** A practitioner with the national id (such as {@code 8} and eleven digits). */
  public static TestTokens practitioner(String subject, String nationalId) {
    return account(subject, "practitioner").nationalId(nationalId);
  }

  public TestTokens subject(String subject) {
    return claim("sub", subject);
  }

  public TestTokens nationalId(String nationalId) {
    return claim("national_id", nationalId);
  }

  public TestTokens roles(String... roles) {
    return claim("realm_access", Map.of("roles", List.of(roles)));
  }

  /** When the person last logged in; older than 15 minutes asks for a step-up. */
  public TestTokens authTime(Instant time) {
    return claim("auth_time", time.getEpochSecond());
  }

  public TestTokens audience(String audience) {
    return claim("aud", audience);
  }

  public TestTokens issuer(String issuer) {
    return claim("iss", issuer);
  }

  public TestTokens expiresAt(Instant time) {
    return claim("exp", time.getEpochSecond());
  }

  public TestTokens claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  public TestTokens without(String claim) {
    claims.remove(claim);
    return this;
  }

  /** Signed by a key the service does not know, as a forger would. */
  public TestTokens forged() {
    keys = TestKeys.foreign();
    return this;
  }

  /** The compact token, to stand after {@code Bearer}. */
  public String sign() {
    try {
      Map<String, Object> header = Map.of("alg", "RS256", "typ", "JWT", "kid", TestKeys.KEY_ID);
      String input = encode(header) + "." + encode(claims);
      return input + "." + keys.sign(input);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(Map<String, Object> part) throws JsonProcessingException {
    return BASE64URL.encodeToString(JSON.writeValueAsString(part).getBytes(StandardCharsets.UTF_8));
  }
}

package fr.liaison.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** Somebody logged in on a device that the directory has certified. */
public record EnrolledDevice(String id, String token, Api api) {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final int RAW_KEY = 32;

  /** Logs in and enrols a new device. */
  public static EnrolledDevice of(String origin, DemoPerson person) {
    return of(origin, HeadlessLogin.accessToken(origin, person));
  }

  /** Enrols a new device of whoever has this token. */
  public static EnrolledDevice of(String origin, String token) {
    Api api = Api.at(origin).withToken(token);
    assertThat(api.get("/api/directory/v1/me").status()).isEqualTo(200);
    Answer challenge = api.post("/api/directory/v1/device-challenges", "{}");
    assertThat(challenge.status()).as(challenge.body()).isEqualTo(201);
    Answer device =
        api.post(
            "/api/directory/v1/devices", enrolment(challenge.json().path("challenge").asText()));
    assertThat(device.status()).as(device.body()).isEqualTo(201);
    JsonNode enrolled = device.json();
    String id = enrolled.path("id").asText();
    return new EnrolledDevice(id, token, api.onDevice(id));
  }

  private static String enrolment(String challenge) {
    try {
      KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = keys.getPublic().getEncoded();
      String key =
          BASE64URL.encodeToString(
              Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length));
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(
          ("liaison-device-enrolment-v1\n" + challenge + "\n" + key)
              .getBytes(StandardCharsets.UTF_8));
      return """
          {"name":"Poste de test","signatureKey":"%s","challenge":"%s","proof":"%s"}"""
          .formatted(key, challenge, BASE64URL.encodeToString(signature.sign()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

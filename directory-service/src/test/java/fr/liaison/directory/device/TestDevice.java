package fr.liaison.directory.device;

import fr.liaison.directory.Api;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A device as a client makes it: an Ed25519 key that it can prove. */
public final class TestDevice {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys;

  public TestDevice() {
    try {
      this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String publicKey() {
    byte[] spki = keys.getPublic().getEncoded();
    return BASE64URL.encodeToString(Arrays.copyOfRange(spki, spki.length - 32, spki.length));
  }

  public String proof(String challenge) {
    return proof("liaison-device-enrolment-v1", challenge);
  }

  private String proof(String label, String challenge) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(
          (label + "\n" + challenge + "\n" + publicKey()).getBytes(StandardCharsets.UTF_8));
      return BASE64URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A complete request, which a test may spoil. */
  public Map<String, Object> request(String challenge) {
    return new HashMap<>(
        Map.of(
            "name",
            "Téléphone de garde",
            "signatureKey",
            publicKey(),
            "challenge",
            challenge,
            "proof",
            proof(challenge)));
  }

  public static String challenge(Api api) {
    return api.post("/v1/device-challenges", Map.of()).body().get("challenge").asText();
  }

  public Api.Answer enrol(Api api) {
    return api.post("/v1/devices", request(challenge(api)));
  }

  public Map<String, String> renewal(String challenge) {
    return Map.of("challenge", challenge, "proof", proof("liaison-device-renewal-v1", challenge));
  }

  public Api.Answer renew(Api api, String id) {
    return api.put("/v1/devices/" + id + "/certificate", renewal(challenge(api)));
  }
}

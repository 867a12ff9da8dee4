package fr.liaison.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.client.id.ConversationId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * All that one device holds at once: a token that is good for minutes, a certificate, an open
 * stream, and an upload that has begun. Each can be asked whether it is still worth anything.
 */
public final class LiveAccess {
  private static final int DEVICE_REVOKED = 4403;
  private static final int BYTES = 4096;
  private static final String DELIVERY_KEY = "/api/conversation/v1/delivery-key";

  private final String origin;
  private final Api api;
  private final X509Certificate certificate;
  private final ClosingStream stream;
  private final String upload;
  private final String bindings;

  private LiveAccess(
      String origin,
      Api api,
      X509Certificate certificate,
      ClosingStream stream,
      String upload,
      String bindings) {
    this.origin = origin;
    this.api = api;
    this.certificate = certificate;
    this.stream = stream;
    this.upload = upload;
    this.bindings = bindings;
  }

  /** Opens everything and shows that all of it works. */
  public static LiveAccess of(String origin, JavaDevice device, ConversationId room, String token)
      throws Exception {
    String id = device.device().id().toString();
    Api api = Api.at(origin).withToken(token).onDevice(id);
    LiveAccess access =
        new LiveAccess(
            origin,
            api,
            certificate(api, id),
            ClosingStream.open(origin, token, id),
            beginUpload(api, room),
            "/api/audit/v1/device-bindings/" + id);
    assertThat(api.get("/api/directory/v1/me").status()).isEqualTo(200);
    assertThat(api.get("/api/conversation/v1/conversations").status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(api.get(access.bindings).status()).isEqualTo(200));
    assertThat(api.get(DELIVERY_KEY).status()).isEqualTo(200);
    assertThat(access.append(0).status()).isEqualTo(204);
    assertThat(access.isStreamClosed()).isFalse();
    assertThat(access.isCertificateRevoked()).isFalse();
    return access;
  }

  public boolean isTokenRefused() {
    return api.get("/api/directory/v1/me").problem().equals("registration-ended");
  }

  public boolean isDeviceRefused() {
    return api.get("/api/conversation/v1/conversations").problem().equals("device-revoked")
        && api.get("/api/notification/v1/web-push").problem().equals("device-revoked");
  }

  public boolean isKeyLogRefused() {
    return api.get(bindings).problem().equals("device-revoked");
  }

  public boolean isDeliveryKeyRefused() {
    return api.get(DELIVERY_KEY).problem().equals("device-revoked");
  }

  /** Whether the list that anybody may read names the certificate. */
  public boolean isCertificateRevoked() throws Exception {
    return revocations().getRevokedCertificate(certificate) != null;
  }

  public boolean isStreamClosed() {
    return stream.closedWith() == DEVICE_REVOKED;
  }

  /** Sends its next byte. */
  public boolean isUploadRefused() {
    return append(1).problem().equals("device-revoked");
  }

  private Answer append(long offset) {
    return api.with("Tus-Resumable", "1.0.0")
        .with("Upload-Offset", Long.toString(offset))
        .with("Content-Type", "application/offset+octet-stream")
        .send("PATCH", upload, BodyPublishers.ofByteArray(new byte[1]));
  }

  /** The attachment-service hears of a new device and conversation a moment later. */
  private static String beginUpload(Api api, ConversationId room) {
    Answer[] created = new Answer[1];
    await()
        .untilAsserted(
            () -> {
              created[0] =
                  api.with("Tus-Resumable", "1.0.0")
                      .with("Upload-Length", Integer.toString(BYTES))
                      .with("Liaison-Conversation", room.toString())
                      .send("POST", "/api/attachment/v1/uploads", BodyPublishers.noBody());
              assertThat(created[0].status()).as(created[0].body()).isEqualTo(201);
            });
    String location = created[0].header("Location");
    return "/api/attachment/v1/uploads" + location.substring(location.lastIndexOf('/'));
  }

  private static X509Certificate certificate(Api api, String deviceId)
      throws GeneralSecurityException {
    for (JsonNode device : api.get("/api/directory/v1/devices").json().path("items")) {
      if (device.path("id").asText().equals(deviceId)) {
        byte[] der =
            Base64.getUrlDecoder().decode(device.path("certificateChain").path(0).asText());
        return (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
      }
    }
    throw new AssertionError("the device is not listed");
  }

  private X509CRL revocations() throws IOException, InterruptedException, GeneralSecurityException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      byte[] der =
          http.send(
                  HttpRequest.newBuilder(URI.create(origin + "/api/directory/v1/revocations.crl"))
                      .build(),
                  BodyHandlers.ofByteArray())
              .body();
      return (X509CRL)
          CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }
  }
}

package fr.liaison.directory.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevocationListTest extends RunningService {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject Database database;

  private final Api julie = practitioner(JULIE_PETIT);

  @AfterEach
  void revokeAll() {
    julie
        .get("/v1/devices")
        .body()
        .get("items")
        .forEach(device -> julie.delete("/v1/devices/" + device.get("id").asText()));
  }

  @Test
  void theListEndsACertificateAsSoonAsItsDeviceIsRevoked() throws Exception {
    JsonNode device = new TestDevice().enrol(julie).body();
    List<X509Certificate> chain = chain(device);
    validate(chain, list());

    julie.delete("/v1/devices/" + device.path("id").asText());

    X509CRL after = listWith(chain.getFirst());
    assertThatThrownBy(() -> validate(chain, after))
        .isInstanceOfSatisfying(
            CertPathValidatorException.class,
            refused ->
                assertThat(refused.getReason())
                    .isEqualTo(CertPathValidatorException.BasicReason.REVOKED));
    after.verify(chain.getLast().getPublicKey());
    assertThat(after.getRevokedCertificate(chain.getFirst()).hasExtensions()).isFalse();
    assertThat(after.getNextUpdate().toInstant())
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(1)));
  }

  @Test
  void theCertificatesBeforeARenewalEndWithTheDeviceToo() throws Exception {
    TestDevice key = new TestDevice();
    JsonNode enrolled = key.enrol(julie).body();
    String id = enrolled.path("id").asText();
    database.run(
        transaction ->
            transaction.update(
                "update device set expires_at = now() + interval '1 day' where id = $1",
                UUID.fromString(id)));
    JsonNode renewed = key.renew(julie, id).body();
    assertThat(chain(renewed).getFirst()).isNotEqualTo(chain(enrolled).getFirst());

    julie.delete("/v1/devices/" + id);

    X509CRL list = listWith(chain(renewed).getFirst());
    assertThat(list.getRevokedCertificate(chain(enrolled).getFirst())).isNotNull();
  }

  @Test
  void whoHasTheListIsNotSentItAgainUntilItChanges() throws Exception {
    JsonNode device = new TestDevice().enrol(julie).body();
    String tag = fetch("").headers().firstValue("ETag").orElseThrow();
    assertThat(fetch(tag).statusCode()).isEqualTo(304);
    assertThat(fetch("\"other\"").statusCode()).isEqualTo(200);

    julie.delete("/v1/devices/" + device.path("id").asText());

    HttpResponse<byte[]> changed =
        await().atMost(SOON).until(() -> fetch(tag), answer -> answer.statusCode() == 200);
    assertThat(changed.headers().firstValue("Content-Type")).contains("application/pkix-crl");
  }

  private static void validate(List<X509Certificate> chain, X509CRL list)
      throws GeneralSecurityException {
    X509Certificate root =
        certificate(Api.nobody().get("/v1/trust-anchor").body().get("rootCertificate").asText());
    CertPathValidator validator = CertPathValidator.getInstance("PKIX");
    PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
    checker.setOptions(
        EnumSet.of(
            PKIXRevocationChecker.Option.ONLY_END_ENTITY,
            PKIXRevocationChecker.Option.PREFER_CRLS,
            PKIXRevocationChecker.Option.NO_FALLBACK));
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(list))));
    parameters.addCertPathChecker(checker);
    validator.validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
  }

  private static X509CRL listWith(X509Certificate certificate) {
    return await()
        .atMost(SOON)
        .until(RevocationListTest::list, list -> list.getRevokedCertificate(certificate) != null);
  }

  private static X509CRL list() throws GeneralSecurityException, IOException, InterruptedException {
    return (X509CRL)
        CertificateFactory.getInstance("X.509")
            .generateCRL(new ByteArrayInputStream(fetch("").body()));
  }

  private static HttpResponse<byte[]> fetch(String tag) throws IOException, InterruptedException {
    HttpRequest.Builder request = Api.nobody().request("/v1/revocations.crl").GET();
    if (!tag.isEmpty()) {
      request.header("If-None-Match", tag);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static List<X509Certificate> chain(JsonNode device) throws GeneralSecurityException {
    List<X509Certificate> chain = new ArrayList<>();
    for (JsonNode one : device.path("certificateChain")) {
      chain.add(certificate(one.asText()));
    }
    return chain;
  }

  private static X509Certificate certificate(String text) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)));
  }
}

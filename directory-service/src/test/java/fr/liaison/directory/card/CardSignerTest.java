package fr.liaison.directory.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.device.CertificateAuthority;
import fr.liaison.directory.practitioner.Practitioner;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

/** At every moment the signer's certificate is one that is valid then. */
@QuarkusTest
class CardSignerTest extends RunningService {
  private static final Duration VALIDITY = Duration.ofDays(30);
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Inject CertificateAuthority authority;

  @Test
  void aKeyMadeWhileTheClockWasAheadSignsNothingOnceTheClockIsRight() throws Exception {
    CardSigner signer = new CardSigner(authority, () -> VALIDITY);
    Instant ahead = NOW.plus(Duration.ofDays(3));
    X509Certificate early = signerOf(signer.sign(statement(ahead)));
    early.checkValidity(Date.from(ahead));

    X509Certificate after = signerOf(signer.sign(statement(NOW)));

    after.checkValidity(Date.from(NOW));
    assertThat(after).isNotEqualTo(early);
  }

  @Test
  void aKeyIsKeptUntilAThirdOfItsTimeIsLeft() throws Exception {
    CardSigner signer = new CardSigner(authority, () -> VALIDITY);
    X509Certificate first = signerOf(signer.sign(statement(NOW)));

    assertThat(signerOf(signer.sign(statement(NOW.plus(Duration.ofDays(19)))))).isEqualTo(first);
    assertThat(signerOf(signer.sign(statement(NOW.plus(Duration.ofDays(21)))))).isNotEqualTo(first);
  }

  private static X509Certificate signerOf(String card) throws Exception {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setCompactSerialization(card);
    return jws.getCertificateChainHeaderValue().getFirst();
  }

  private static CardStatement statement(Instant at) {
    CardContent content =
        new CardContent(
            UUID.randomUUID(),
            "899700218805",
            "Alix",
            "EXEMPLE",
            null,
            "10",
            "Médecin",
            true,
            null,
            null,
            List.of(),
            Practitioner.RegisterStatus.active,
            Practitioner.Source.register,
            null,
            null);
    return new CardStatement(
        1, at, LocalDate.of(2026, 11, 20), true, Bytes.of(new byte[32]), content);
  }
}

package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.group.TestAuthority;
import fr.liaison.client.group.Wire;
import fr.liaison.client.id.ConversationId;
import fr.liaison.mls.leaf.Credential;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Certificates that end, and are renewed while the program runs. */
class CertificatesTest extends ThreePrograms {
  private static final Duration LONG = Duration.ofDays(2_000);

  @Test
  void aCertificateThatEndsSoonIsRenewedAndStandsInWhatIsMadeFromThenOn() throws Exception {
    EnrolledDevice short_ = authority.enrol("P", "810009", Duration.ofDays(10));
    EnrolledDevice renewed = authority.renew(short_, "810009", LONG);
    try (TestProgram eva = program(short_)) {
      assertThat(delivery.count("PUT certificate")).as("refused for the moment").isPositive();
      delivery.renewals.put(short_.id().toString(), renewed);

      eva.sync();
      eva.sync();

      assertThat(eva.store.read(EnrolledDevice::load))
          .hasValueSatisfying(kept -> assertThat(kept.expiresAt()).isEqualTo(renewed.expiresAt()));
      assertThat(eva.credential())
          .isEqualTo(
              new Credential.X509(renewed.certificateChain().stream().map(Wire::mls).toList()));
      ConversationId id = ada.group(eva);
      eva.sync();
      assertThat(eva.messenger.sendText(id, "Là", false)).isInstanceOf(SendOutcome.Accepted.class);
    }
  }

  @Test
  void aCertificateOfAnotherAuthorityIsNotTaken() throws Exception {
    EnrolledDevice short_ = authority.enrol("P", "810009", Duration.ofDays(10));
    EnrolledDevice foreign = new TestAuthority().renew(short_, "810009", LONG);
    delivery.renewals.put(short_.id().toString(), foreign);

    try (TestProgram eva = program(short_)) {
      assertThat(delivery.count("PUT certificate")).isEqualTo(1);
      assertThat(eva.store.read(EnrolledDevice::load)).isEmpty();
    }
  }
}

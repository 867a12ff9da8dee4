package fr.liaison.mls.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import org.junit.jupiter.api.Test;

class ExporterLabelTest {
  @Test
  void labelsThatDifferOutsideAsciiGiveDifferentSecrets() {
    CipherSuite suite = CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519;
    EpochSecrets epoch = EpochSecrets.of(suite, Secret.random(suite.hashLength()));

    Secret first = epoch.export(suite, "é", new byte[0], 16);

    assertThat(first).isNotEqualTo(epoch.export(suite, "à", new byte[0], 16));
  }
}

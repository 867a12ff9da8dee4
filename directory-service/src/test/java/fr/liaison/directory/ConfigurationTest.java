package fr.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.directory.account.AccountConfig;
import fr.liaison.directory.delegation.DelegationConfig;
import fr.liaison.directory.device.CaConfig;
import fr.liaison.directory.device.DeviceConfig;
import fr.liaison.directory.register.RegisterConfig;
import fr.liaison.directory.register.file.CheckDigits;
import fr.liaison.directory.register.source.SourceConfig;
import fr.liaison.directory.search.SearchConfig;
import fr.liaison.directory.search.index.IndexConfig;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  @Test
  void everythingButTheAuthoritysFolderHasADefault() {
    SmallRyeConfig config = config(Map.of("liaison.directory.ca.directory", "authority"));

    RegisterConfig register = config.getConfigMapping(RegisterConfig.class);
    assertThat(register.file()).isEmpty();
    assertThat(register.mailboxes()).isEmpty();
    assertThat(register.floorRows()).isEqualTo(1);
    assertThat(register.floorMailboxes()).isEqualTo(1);
    assertThat(register.mostMailboxesRemoved()).isEqualTo(0.05);
    assertThat(register.floorSkills()).isEqualTo(1);
    assertThat(register.floorQualifications()).isEqualTo(1);
    assertThat(register.mostDetailsRemoved()).isEqualTo(0.05);
    assertThat(register.mostDepartures()).isEqualTo(0.05);
    assertThat(register.largestFile().asBigInteger())
        .isEqualTo(BigInteger.valueOf(1200L * 1024 * 1024));
    assertThat(register.namedDefects()).isEqualTo(200);
    assertThat(register.storedDefects()).isEqualTo(10_000);
    assertThat(register.checkDigits()).isEqualTo(CheckDigits.STRICT);
    assertThat(register.fileLag()).isEqualTo(Duration.ofHours(12));
    assertThat(register.mergeTimeout()).isEqualTo(Duration.ofMinutes(10));

    SourceConfig source = config.getConfigMapping(SourceConfig.class);
    assertThat(source.url()).isEmpty();
    assertThat(source.trustedRoot()).isEmpty();
    assertThat(source.at()).isEmpty();
    assertThat(source.longest()).isEqualTo(Duration.ofHours(1));
    assertThat(source.patience()).isEqualTo(Duration.ofSeconds(30));
    assertThat(source.attempts()).isEqualTo(5);
    assertThat(source.firstPause()).isEqualTo(Duration.ofMinutes(1));

    DelegationConfig delegation = config.getConfigMapping(DelegationConfig.class);
    assertThat(delegation.longestMonths()).isEqualTo(6);
    assertThat(delegation.farthestMonths()).isEqualTo(12);
    assertThat(delegation.mostOpen()).isEqualTo(10);
    assertThat(delegation.mostProposals()).isEqualTo(20);
    assertThat(delegation.mostADay()).isEqualTo(20);
    assertThat(delegation.candidates()).isEqualTo(20);
    assertThat(delegation.sweep()).isEqualTo(Duration.ofMinutes(10));

    DeviceConfig device = config.getConfigMapping(DeviceConfig.class);
    assertThat(device.most()).isEqualTo(10);
    assertThat(device.validity()).isEqualTo(Duration.ofDays(90));
    assertThat(device.freshLogin()).isEqualTo(Duration.ofMinutes(15));
    assertThat(device.challengeValidity()).isEqualTo(Duration.ofMinutes(5));
    assertThat(device.mostChallenges()).isEqualTo(20);
    assertThat(device.expirySweep()).isEqualTo(Duration.ofMinutes(10));

    CaConfig ca = config.getConfigMapping(CaConfig.class);
    assertThat(ca.directory()).isEqualTo(Path.of("authority"));
    assertThat(ca.generate()).isFalse();
    assertThat(ca.rootValidity()).isEqualTo(Duration.ofDays(3650));
    assertThat(ca.intermediateValidity()).isEqualTo(Duration.ofDays(1095));

    SearchConfig search = config.getConfigMapping(SearchConfig.class);
    assertThat(search.page()).isEqualTo(20);
    assertThat(search.largestPage()).isEqualTo(50);
    assertThat(search.longestText()).isEqualTo(100);
    assertThat(search.mostWords()).isEqualTo(8);

    IndexConfig index = config.getConfigMapping(IndexConfig.class);
    assertThat(index.folder()).isEmpty();
    assertThat(index.every()).isEqualTo(Duration.ofSeconds(1));
    assertThat(index.chunk()).isEqualTo(2000);
    assertThat(index.compactFrom()).isEqualTo(100_000);
    assertThat(index.reachableFor()).isEqualTo(Duration.ofSeconds(5));

    AccountConfig account = config.getConfigMapping(AccountConfig.class);
    assertThat(account.realm()).isEqualTo("liaison");
    assertThat(account.poll()).isEqualTo(Duration.ofSeconds(2));
    assertThat(account.firstRetry()).isEqualTo(Duration.ofSeconds(2));
    assertThat(account.longestRetry()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void everyPropertyCanBeSet() {
    SmallRyeConfig config =
        config(
            Map.of(
                "liaison.directory.ca.directory", "authority",
                "liaison.directory.ca.generate", "true",
                "liaison.directory.register.file", "classpath:some.txt",
                "liaison.directory.register.floor-rows", "2000000",
                "liaison.directory.register.most-departures", "0.01",
                "liaison.directory.register.largest-file", "10M",
                "liaison.directory.device.most", "2",
                "liaison.directory.device.validity", "30d",
                "liaison.directory.search.page", "5",
                "liaison.directory.account.realm", "other"));
    assertThat(config.getConfigMapping(RegisterConfig.class).file()).contains("classpath:some.txt");
    assertThat(config.getConfigMapping(RegisterConfig.class).floorRows()).isEqualTo(2_000_000);
    assertThat(config.getConfigMapping(RegisterConfig.class).mostDepartures()).isEqualTo(0.01);
    assertThat(config.getConfigMapping(DeviceConfig.class).most()).isEqualTo(2);
    assertThat(config.getConfigMapping(DeviceConfig.class).validity())
        .isEqualTo(Duration.ofDays(30));
    assertThat(config.getConfigMapping(CaConfig.class).generate()).isTrue();
    assertThat(config.getConfigMapping(SearchConfig.class).page()).isEqualTo(5);
    assertThat(config.getConfigMapping(AccountConfig.class).realm()).isEqualTo("other");
    SourceConfig source =
        config(
                Map.of(
                    "liaison.directory.ca.directory", "authority",
                    "liaison.directory.register.source.url",
                        "https://a.example/x,https://b.example/y",
                    "liaison.directory.register.source.at", "03:30"))
            .getConfigMapping(SourceConfig.class);
    assertThat(source.url().orElseThrow()).hasSize(2);
    assertThat(source.at()).contains(LocalTime.of(3, 30));
    SmallRyeConfig placed =
        config(
            Map.of(
                "liaison.directory.ca.directory", "authority",
                "liaison.directory.search-index.folder", "index"));
    assertThat(placed.getConfigMapping(IndexConfig.class).folder()).contains(Path.of("index"));
  }

  @Test
  void wrongCheckDigitsAreToleratedOnlyOnRequest() {
    SmallRyeConfig config =
        config(
            Map.of(
                "liaison.directory.ca.directory", "authority",
                "liaison.directory.register.check-digits", "warn"));
    assertThat(config.getConfigMapping(RegisterConfig.class).checkDigits())
        .isEqualTo(CheckDigits.WARN);
  }

  private static SmallRyeConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(RegisterConfig.class)
        .withMapping(SourceConfig.class)
        .withMapping(DelegationConfig.class)
        .withMapping(DeviceConfig.class)
        .withMapping(CaConfig.class)
        .withMapping(SearchConfig.class)
        .withMapping(IndexConfig.class)
        .withMapping(AccountConfig.class)
        .withConverter(
            io.quarkus.runtime.configuration.MemorySize.class, 200, new MemorySizeConverter())
        .withConverter(
            Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
        .withDefaultValues(values)
        .build();
  }
}

package fr.liaison.attachment.blob;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.attachment.sweep.SweepConfig;
import fr.liaison.attachment.upload.UploadConfig;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private static final Map<String, String> LEAST =
      Map.of(
          "liaison.s3.endpoint", "http://127.0.0.1:1",
          "liaison.s3.access-key", "key",
          "liaison.s3.secret-key", "secret");

  @Test
  void everythingButTheStoreHasADefault() {
    SmallRyeConfig config = read(LEAST);

    UploadConfig upload = config.getConfigMapping(UploadConfig.class);
    assertThat(upload.maxSize().asLongValue()).isEqualTo(100L << 20);
    assertThat(upload.sliceSize().asLongValue()).isLessThanOrEqualTo(5L << 20);
    assertThat(upload.publicPath()).isEqualTo("/api/attachment");
    assertThat(config.getConfigMapping(SweepConfig.class).pendingAge())
        .isEqualTo(Duration.ofHours(24));
    assertThat(config.getConfigMapping(BlobStoreConfig.class).bucket())
        .isEqualTo("liaison-attachments");
  }

  @Test
  void aCallToTheStoreEndsLongBeforeItsObjectMayBeReaped() {
    BlobStoreConfig store = read(LEAST).getConfigMapping(BlobStoreConfig.class);

    assertThat(store.patience().plus(store.connectTimeout()).plus(store.silence()).multipliedBy(10))
        .isLessThan(StoredObjects.GRACE);
  }

  private static SmallRyeConfig read(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withConverter(
            io.quarkus.runtime.configuration.MemorySize.class, 200, new MemorySizeConverter())
        .withMapping(BlobStoreConfig.class)
        .withMapping(UploadConfig.class)
        .withMapping(SweepConfig.class)
        .withSources(new io.smallrye.config.PropertiesConfigSource(properties, "test", 500))
        .build();
  }
}

package fr.liaison.directory.topup;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Configurations as a deployment would give them. */
final class TopUpConfigs {
  private static final String PREFIX = "liaison.directory.register.top-up.";

  private TopUpConfigs() {}

  static TopUpConfig of(Map<String, String> settings) {
    Map<String, String> values = new HashMap<>();
    settings.forEach((name, value) -> values.put(PREFIX + name, value));
    return new SmallRyeConfigBuilder()
        .withMapping(TopUpConfig.class)
        .withConverter(Duration.class, 200, new DurationConverter())
        .withConverter(MemorySize.class, 200, new MemorySizeConverter())
        .withDefaultValues(values)
        .build()
        .getConfigMapping(TopUpConfig.class);
  }

  /** At this address, with small pages and little patience. */
  static TopUpConfig at(URI base, Map<String, String> settings) {
    Map<String, String> values = new HashMap<>();
    values.put("url", base.toString());
    values.put("key", LocalDirectory.KEY);
    values.put("per-second", "1000");
    values.put("page-size", "2");
    values.put("attempts", "2");
    values.put("first-pause", "0.01S");
    values.put("longest-gap", "36500d");
    values.putAll(settings);
    return of(values);
  }
}

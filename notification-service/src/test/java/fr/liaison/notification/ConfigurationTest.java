package fr.liaison.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.notification.delivery.DeliveryConfig;
import fr.liaison.notification.queue.QueueConfig;
import fr.liaison.notification.subscription.EndpointConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

  @Test
  void everythingHasADefaultAndLoopbackIsNotLetIn() {
    SmallRyeConfig config = read(Map.of());

    DeliveryConfig delivery = config.getConfigMapping(DeliveryConfig.class);
    assertThat(config.getConfigMapping(EndpointConfig.class).allowLoopback()).isFalse();
    assertThat(config.getConfigMapping(EndpointConfig.class).hosts()).isEmpty();
    assertThat(delivery.enabled()).isTrue();
    assertThat(config.getConfigMapping(QueueConfig.class).lifetime())
        .isGreaterThan(delivery.longestPause());
  }

  @Test
  void aClaimOutlivesTheLongestCall() {
    DeliveryConfig delivery = read(Map.of()).getConfigMapping(DeliveryConfig.class);

    assertThat(delivery.claim()).isGreaterThan(delivery.timeout().multipliedBy(2));
  }

  @Test
  void pushServicesCanBeNarrowedToAList() {
    SmallRyeConfig config =
        read(
            Map.of(
                "liaison.notification.endpoint.hosts",
                "fcm.googleapis.com,push.services.mozilla.com"));

    assertThat(config.getConfigMapping(EndpointConfig.class).hosts())
        .contains(List.of("fcm.googleapis.com", "push.services.mozilla.com"));
  }

  private static SmallRyeConfig read(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .withMapping(EndpointConfig.class)
        .withMapping(QueueConfig.class)
        .withMapping(DeliveryConfig.class)
        .withSources(new PropertiesConfigSource(properties, "test", 500))
        .build();
  }
}

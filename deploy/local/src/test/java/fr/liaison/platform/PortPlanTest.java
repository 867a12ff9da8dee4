package fr.liaison.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.platform.process.StartFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortPlanTest {

  @Test
  void theEnvironmentChangesOnePortAndLeavesTheOthers() {
    PortPlan plan = PortPlan.from(Map.of("LIAISON_PORT_GATEWAY", "9090"));

    assertThat(plan.of(PortOf.GATEWAY)).isEqualTo(9090);
    assertThat(plan.of(PortOf.POSTGRESQL)).isEqualTo(18132);
  }

  @Test
  void aValueThatIsNoPortIsRefusedByTheNameOfItsSetting() {
    assertThatThrownBy(() -> PortPlan.from(Map.of("LIAISON_PORT_KAFKA", "70000")))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("LIAISON_PORT_KAFKA");
  }

  @Test
  void aTakenPortIsNamedTogetherWithItsSetting() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String taken = String.valueOf(other.getLocalPort());
      Map<PortOf, Integer> ports = new EnumMap<>(PortPlan.free().ports());
      ports.put(PortOf.KEYCLOAK, other.getLocalPort());
      PortPlan plan = new PortPlan(ports);

      assertThatThrownBy(plan::requireFree)
          .hasMessageContaining("Port " + taken)
          .hasMessageContaining("LIAISON_PORT_KEYCLOAK=")
          .hasMessageContaining("--port-keycloak=");
    }
  }

  @Test
  void freePortsAreAllDifferent() {
    assertThat(new HashSet<>(PortPlan.free().ports().values())).hasSize(PortOf.values().length);
  }
}

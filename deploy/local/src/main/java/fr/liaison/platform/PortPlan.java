package fr.liaison.platform;

import fr.liaison.platform.process.Ports;
import fr.liaison.platform.process.StartFailed;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which part listens where. */
public record PortPlan(Map<PortOf, Integer> ports) {

  public PortPlan {
    ports = Map.copyOf(ports);
  }

  /** The usual ports, except those set in the environment. */
  public static PortPlan from(Map<String, String> environment) {
    Map<PortOf, Integer> ports = new EnumMap<>(PortOf.class);
    for (PortOf part : PortOf.values()) {
      @Nullable String given = environment.get(part.setting());
      ports.put(part, given == null || given.isBlank() ? part.usual() : parse(part, given));
    }
    return new PortPlan(ports);
  }

  /** Ports nobody listens on now, all different. */
  public static PortPlan free() {
    Set<Integer> chosen = new HashSet<>();
    Map<PortOf, Integer> ports = new EnumMap<>(PortOf.class);
    for (PortOf part : PortOf.values()) {
      int port = Ports.findFree();
      while (!chosen.add(port)) {
        port = Ports.findFree();
      }
      ports.put(part, port);
    }
    return new PortPlan(ports);
  }

  public int of(PortOf part) {
    return ports.getOrDefault(part, part.usual());
  }

  /** Refuses before anything starts, naming the port and how to choose another. */
  public void requireFree() {
    for (PortOf part : PortOf.values()) {
      if (!Ports.isFree(of(part))) {
        throw new StartFailed(
            "Port %d (%s) is taken by another program. Stop that program, or choose another port: %s=%d or %s=%d."
                .formatted(
                    of(part),
                    part,
                    part.setting(),
                    of(part) + 1000,
                    part.option(),
                    of(part) + 1000));
      }
    }
  }

  private static int parse(PortOf part, String given) {
    try {
      int port = Integer.parseInt(given.strip());
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below, together with numbers out of range
    }
    throw new StartFailed(part.setting() + " is not a port number.");
  }
}

package fr.liaison.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Further JVM flags of a part, such as its AOT cache. */
@FunctionalInterface
interface JvmFlags {
  JvmFlags NONE = _ -> List.of();

  /** Both compilers, for whoever measures throughput. */
  JvmFlags THOROUGH = _ -> List.of("-XX:TieredStopAtLevel=4");

  /** {@link #THOROUGH} where {@code LIAISON_COMPILER} says so. */
  static JvmFlags chosenIn(Map<String, String> environment) {
    return "thorough".equals(environment.get("LIAISON_COMPILER")) ? THOROUGH : NONE;
  }

  List<String> of(Part part);

  default JvmFlags and(JvmFlags more) {
    return part -> Stream.concat(of(part).stream(), more.of(part).stream()).toList();
  }
}

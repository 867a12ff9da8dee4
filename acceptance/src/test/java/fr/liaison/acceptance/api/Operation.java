package fr.liaison.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service publishes in its {@code openapi.yaml}: a method at a path with {holes}. */
public record Operation(String method, String path) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String SERVICE = "-service";
  private static final Pattern HOLE = Pattern.compile("\\{[^}]+}");
  private static final Set<String> METHODS =
      Set.of("get", "head", "options", "post", "put", "patch", "delete");

  /** Every operation of every service of this checkout, by the path it has at the gateway. */
  public static List<Operation> published() {
    Path root = Path.of(System.getProperty("liaison.root"));
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("openapi.yaml"))
          .filter(Files::isRegularFile)
          .sorted()
          .flatMap(Operation::of)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Operation> of(Path file) {
    String module = file.getParent().getFileName().toString();
    String prefix = "/api/" + module.substring(0, module.length() - SERVICE.length());
    List<Operation> operations = new ArrayList<>();
    try {
      for (Map.Entry<String, JsonNode> path :
          YAML.readTree(file.toFile()).get("paths").properties()) {
        for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
          if (METHODS.contains(member.getKey())) {
            String method = member.getKey().toUpperCase(Locale.ROOT);
            operations.add(new Operation(method, prefix + path.getKey()));
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return operations.stream();
  }

  /** Which of these a call is of: {@code /joinable} itself rather than {@code /{id}}. */
  public static Optional<Operation> of(String method, String target, List<Operation> operations) {
    String path = target.replaceFirst("[?].*", "");
    return operations.stream()
        .filter(one -> one.method.equals(method) && one.fits(path))
        .min(Comparator.comparingLong(Operation::holes));
  }

  private boolean fits(String address) {
    String[] parts = path.split("/");
    String[] given = address.split("/");
    if (parts.length != given.length) {
      return false;
    }
    for (int at = 0; at < parts.length; at++) {
      if (!HOLE.matcher(parts[at]).matches() && !parts[at].equals(given[at])) {
        return false;
      }
    }
    return true;
  }

  private long holes() {
    return HOLE.matcher(path).results().count();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

package fr.liaison.mls.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Test vectors of the MLS working group, read from the folder that LIAISON_VECTORS names or from
 * {@code shared/vectors/mls} beside the checkout; and our own, committed ones. Where the working
 * group's are absent, one skipped test says so; cases of suites we do not speak are skipped by
 * name.
 */
public final class Vectors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Vectors() {}

  /** One case of a file. */
  @FunctionalInterface
  public interface Case {
    void run(JsonNode vector) throws Exception;
  }

  /** One case of a file whose cases have a suite. */
  @FunctionalInterface
  public interface SuiteCase {
    void run(CipherSuite suite, JsonNode vector) throws Exception;
  }

  /** Every case of a file as a test of its own. */
  public static Stream<DynamicTest> each(String file, Case test) throws IOException {
    Path path = folder().resolve(file + ".json");
    if (!Files.exists(path)) {
      return Stream.of(
          DynamicTest.dynamicTest(
              file + " is not here: set LIAISON_VECTORS",
              () -> Assumptions.abort("no working-group vectors at " + path.getFileName())));
    }
    return cases(file, JSON.readTree(path.toFile()), test);
  }

  /** Every case of a file that has a suite. */
  public static Stream<DynamicTest> eachSuite(String file, SuiteCase test) throws IOException {
    return each(file, vector -> inSuite(vector, test));
  }

  /** Every case of a file of our own. */
  public static Stream<DynamicTest> eachOwn(String file, SuiteCase test) throws IOException {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file + ".json")) {
      JsonNode content = JSON.readTree(Objects.requireNonNull(in, file));
      return cases(file, content, vector -> inSuite(vector, test));
    }
  }

  /** Every case of a file, for tests that are no test per case; empty when the file is absent. */
  public static List<JsonNode> all(String file) throws IOException {
    Path path = folder().resolve(file + ".json");
    List<JsonNode> cases = new ArrayList<>();
    if (Files.exists(path)) {
      JSON.readTree(path.toFile()).forEach(cases::add);
    }
    return cases;
  }

  public static Bytes bytes(JsonNode vector, String field) {
    return Bytes.fromHex(vector.get(field).asText());
  }

  public static Secret secret(JsonNode vector, String field) {
    return Secret.taking(bytes(vector, field).toArray());
  }

  private static void inSuite(JsonNode vector, SuiteCase test) throws Exception {
    int id = vector.get("cipher_suite").asInt();
    CipherSuite suite = CipherSuite.of(id).orElse(null);
    Assumptions.assumeTrue(suite != null, "suite " + id + " is not one of ours");
    test.run(Objects.requireNonNull(suite), vector);
  }

  private static Stream<DynamicTest> cases(String file, JsonNode content, Case test) {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode vector : content) {
      JsonNode suite = vector.path("cipher_suite");
      String name = file + " " + tests.size() + (suite.isInt() ? " suite " + suite : "");
      tests.add(DynamicTest.dynamicTest(name, () -> test.run(vector)));
    }
    return tests.stream();
  }

  private static Path folder() {
    String named = System.getenv("LIAISON_VECTORS");
    return named != null
        ? Path.of(named)
        : Path.of(System.getProperty("liaison.root", ".."))
            .resolveSibling("shared")
            .resolve("vectors")
            .resolve("mls");
  }
}

package fr.liaison.directory.practitioner;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The everyday words for a profession or speciality code ("kiné" for 70); empty when unknown. */
public final class ProfessionWords {
  private static final Map<String, String> BY_CODE = read();

  private static final Set<String> WORDS =
      BY_CODE.values().stream()
          .flatMap(words -> SearchWords.of(words).stream())
          .collect(Collectors.toUnmodifiableSet());

  private ProfessionWords() {}

  public static String of(@Nullable String code) {
    return code == null ? "" : BY_CODE.getOrDefault(code, "");
  }

  /** Whether the word, as {@link SearchWords} makes it, names a profession or speciality. */
  public static boolean names(String word) {
    return WORDS.contains(word);
  }

  private static Map<String, String> read() {
    try (InputStream file =
        Objects.requireNonNull(
            ProfessionWords.class.getResourceAsStream("profession-words.properties"))) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      Map<String, String> words = new TreeMap<>();
      properties.stringPropertyNames().forEach(c -> words.put(c, properties.getProperty(c, "")));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

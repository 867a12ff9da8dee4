package fr.liaison.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The files of one order, read back line by line. */
record WrittenFiles(Generated generated, Path folder) {
  static final String STAMP = "202601010730";

  static WrittenFiles of(Path folder, long rows, long seed, boolean defects) throws IOException {
    Order order = new Order(rows, seed, folder, LocalDate.of(2026, 1, 1), defects);
    return new WrittenFiles(new GenerateRegister(order).run(), folder);
  }

  List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }

  /** Rows with as many cells as the header. */
  List<List<String>> rows(String name) throws IOException {
    List<List<String>> all = lines(name).stream().map(WrittenFiles::cells).toList();
    return all.stream().skip(1).filter(row -> row.size() == all.getFirst().size()).toList();
  }

  List<List<String>> activities() throws IOException {
    return rows("PS_LibreAcces_Personne_activite_" + STAMP + ".txt");
  }

  static String cell(List<String> row, Enum<?> column) {
    return row.get(column.ordinal());
  }

  /** One digest over the names and bytes of all files. */
  String digest() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        digest.update(
            file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\\|", -1));
  }
}

package fr.liaison.platform.keycloak;

import fr.liaison.platform.layout.Cache;
import fr.liaison.platform.process.OneShot;
import fr.liaison.platform.process.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The unpacked and augmented server, shared by every run directory. Its name carries a digest of
 * the provider and of the build options, so a changed provider gives another one.
 */
public record KeycloakDistribution(Path archive, Path provider, Cache cache) {
  private static final List<String> OPTIONS =
      List.of(
          "--db=postgres",
          "--health-enabled=true",
          "--metrics-enabled=true",
          "--http-relative-path=/auth",
          "--http-management-relative-path=/");

  /** Else every idle connection fails one login after the database has been restarted. */
  private static final String QUARKUS_PROPERTIES =
      "quarkus.datasource.jdbc.validate-on-borrow=true\n";

  /** Takes 20 to 40 s the first time. */
  public Path make() throws IOException, InterruptedException {
    return cache.entry(name(), this::build);
  }

  /** Where {@link #make()} puts it, made or not. */
  public Path home() throws IOException {
    return cache.folder().resolve(name());
  }

  private String name() throws IOException {
    return archive.getFileName().toString().replace(".zip", "") + "-" + digest();
  }

  private void build(Path folder) throws IOException, InterruptedException {
    unpack(folder);
    Files.copy(provider, folder.resolve("providers").resolve(provider.getFileName()));
    Files.writeString(folder.resolve("conf/quarkus.properties"), QUARKUS_PROPERTIES);
    List<String> command = new ArrayList<>(List.of("/bin/bash", "bin/kc.sh", "build"));
    command.addAll(OPTIONS);
    OneShot.run(
        command,
        Owner.SELF,
        Map.of(
            "JAVA_HOME",
            System.getProperty("java.home"),
            "JAVA_OPTS_APPEND",
            "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC"),
        folder,
        folder.resolve("build.log"));
  }

  private void unpack(Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path inside = Path.of(entry.getName());
        if (inside.getNameCount() < 2) {
          continue; // the folder everything is in
        }
        Path target = folder.resolve(inside.subpath(1, inside.getNameCount())).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("archive entry outside its folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
          }
        }
      }
    }
  }

  private String digest() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(provider));
      digest.update(String.join(" ", OPTIONS).getBytes(StandardCharsets.UTF_8));
      digest.update(QUARKUS_PROPERTIES.getBytes(StandardCharsets.UTF_8));
      digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package fr.liaison.platform.build;

import fr.liaison.platform.layout.Checkout;
import fr.liaison.platform.process.OneShot;
import fr.liaison.platform.process.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings the programs up to date. Tests and checks are the business of {@code ./liaison test}. */
public final class Build {
  private final Checkout checkout;
  private final Path log;

  /**
   * @param log Maven's output of the last build
   */
  public Build(Checkout checkout, Path log) {
    this.checkout = checkout;
    this.log = log;
  }

  /**
   * The modules to build, empty when all is up to date.
   *
   * @param parts labels of the parts that will run
   */
  public List<String> stale(List<String> parts) throws IOException {
    List<String> stale = new ArrayList<>();
    for (BuildModule module : BuildModule.ALL) {
      if (parts.contains(module.part()) && module.isStale(checkout.root(), stamps())) {
        stale.add(module.name());
      }
    }
    return stale;
  }

  /** Builds these modules and what they are made of; fails naming Maven's log. */
  public void run(List<String> modules) throws IOException, InterruptedException {
    Files.createDirectories(log.getParent());
    OneShot.run(
        List.of(
            checkout.root().resolve("mvnw").toString(),
            "-B",
            "-ntp",
            "-q",
            "-DskipTests",
            "-Dspotless.check.skip=true",
            "package",
            "-pl",
            String.join(",", modules),
            "-am"),
        Owner.SELF,
        Map.of("JAVA_HOME", System.getProperty("java.home")),
        checkout.root(),
        log);
    for (BuildModule module : BuildModule.ALL) {
      if (modules.contains(module.name())) {
        module.markBuilt(stamps());
      }
    }
  }

  private Path stamps() {
    return checkout.root().resolve("deploy/local/target/built");
  }
}

package fr.liaison.directory.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The certificate authority of devices. */
@ConfigMapping(prefix = "liaison.directory.ca")
public interface CaConfig {
  /**
   * The folder of root.crt.pem, intermediate.crt.pem and intermediate.key.pem. The service never
   * needs the root's private key after generation: keep it elsewhere.
   */
  Path directory();

  /** Whether to make a root and an intermediate when the folder has none; for local platforms. */
  @WithDefault("false")
  boolean generate();

  /** How long a generated root lasts. */
  @WithDefault("3650d")
  Duration rootValidity();

  /** How long a generated intermediate lasts. */
  @WithDefault("1095d")
  Duration intermediateValidity();
}

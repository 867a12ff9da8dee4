package fr.liaison.conversation.keypackage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of key package pools and of claiming from them. */
@ConfigMapping(prefix = "liaison.key-packages")
public interface KeyPackageConfig {
  /** Most single-use key packages one device may have waiting. */
  @WithDefault("100")
  int pool();

  /** Largest key package; a credential may hold a certificate chain. */
  @WithDefault("16K")
  MemorySize largest();

  /** Longest lifetime a key package may claim. */
  @WithDefault("90d")
  Duration lifetime();

  /** Below this many a device is told to upload more. */
  @WithDefault("10")
  int low();

  /** How often one device may claim from one person within the window. */
  @WithDefault("30")
  int claims();

  /** The window of {@link #claims()}. */
  @WithDefault("10m")
  Duration window();
}

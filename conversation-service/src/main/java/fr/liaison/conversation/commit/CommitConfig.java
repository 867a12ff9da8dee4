package fr.liaison.conversation.commit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of commit bundles. */
@ConfigMapping(prefix = "liaison.commit")
public interface CommitConfig {
  /** Largest commit, Welcome or GroupInfo; they grow with the devices of a group. */
  @WithDefault("512K")
  MemorySize largest();

  /** Largest GroupInfo of a new conversation, which describes one device only. */
  @WithDefault("32K")
  MemorySize largestOpening();

  /** Most devices in one conversation. */
  @WithDefault("256")
  int devices();

  /** How often one device may enter one conversation by itself within the window. */
  @WithDefault("6")
  int joins();

  /** The window of {@link #joins()}. */
  @WithDefault("1h")
  Duration joinWindow();
}

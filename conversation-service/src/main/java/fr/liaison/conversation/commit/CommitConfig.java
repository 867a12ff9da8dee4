package fr.liaison.conversation.commit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of commit bundles. */
@ConfigMapping(prefix = "liaison.commit")
public interface CommitConfig {
  /** Largest commit, Welcome or GroupInfo; they grow with the devices of a group. */
  @WithDefault("512K")
  MemorySize largest();

  /** Most devices in one conversation. */
  @WithDefault("256")
  int devices();
}

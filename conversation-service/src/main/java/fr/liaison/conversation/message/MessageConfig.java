package fr.liaison.conversation.message;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of sending and reading messages. */
@ConfigMapping(prefix = "liaison.message")
public interface MessageConfig {
  /** Largest encrypted message; photos and documents travel as attachments. */
  @WithDefault("64K")
  MemorySize largest();

  /** Most attachments one message may name. */
  @WithDefault("20")
  int attachments();

  /** Most sends committed together. */
  @WithDefault("128")
  int batch();

  /** Transactions in flight; each conversation always goes through the same one. */
  @WithDefault("2")
  int lanes();

  /** Sends that may wait in one lane before further ones are turned away. */
  @WithDefault("2048")
  int waiting();

  /** Most entries in one page of the log. */
  @WithDefault("500")
  int page();

  /** Payload bytes after which a page ends early. */
  @WithDefault("2M")
  MemorySize pageBytes();
}

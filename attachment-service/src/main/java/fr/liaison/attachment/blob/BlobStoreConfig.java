package fr.liaison.attachment.blob;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The object store: any S3 that answers PUT, ranged GET and DELETE. */
@ConfigMapping(prefix = "liaison.s3")
public interface BlobStoreConfig {
  /** Where the store answers. */
  String endpoint();

  /** Whether the endpoint is https; must agree with its scheme. */
  @WithDefault("false")
  boolean secure();

  /** Who we are to the store. */
  String accessKey();

  /** Proves it; secret. */
  String secretKey();

  /** The bucket that holds the slices; made at first use when it is missing. */
  @WithDefault("liaison-attachments")
  String bucket();

  /** How long the store may take to accept a connection. */
  @WithDefault("3s")
  Duration connectTimeout();

  /** How long the store may stay silent in the middle of a transfer. */
  @WithDefault("20s")
  Duration silence();

  /** Calls to the store at one time; more wait for {@link #patience}. */
  @WithDefault("32")
  int calls();

  /** How long a call waits for another to end before it is given up as unavailable. */
  @WithDefault("5s")
  Duration patience();
}

package fr.liaison.attachment.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of reception. */
@ConfigMapping(prefix = "liaison.attachment.upload")
public interface UploadConfig {
  /** The largest attachment taken in. */
  @WithDefault("100M")
  MemorySize maxSize();

  /** Bytes held in memory before they are written; at most 5 MiB, so that one PUT carries them. */
  @WithDefault("4M")
  MemorySize sliceSize();

  /** A trailing slice smaller than this is written anew together with the bytes that follow it. */
  @WithDefault("256K")
  MemorySize mergeBelow();

  /** How long a request that shows no sign of life keeps others from appending. */
  @WithDefault("15s")
  Duration lease();

  /** Requests that receive at one time; each holds one slice in memory. */
  @WithDefault("16")
  int permits();

  /** How long a request waits for its permit before it is told to come back. */
  @WithDefault("10s")
  Duration permitWait();

  /** Uploads a device may have under way at one time. */
  @WithDefault("20")
  int openPerDevice();

  /** Bytes a device may announce within the quota window. */
  @WithDefault("2G")
  MemorySize bytesPerDevice();

  /** The quota window. */
  @WithDefault("24h")
  Duration window();

  /** Path under which clients reach this service, for the Location header. */
  @WithDefault("/api/attachment")
  String publicPath();
}

package fr.liaison.directory.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of device enrolment. */
@ConfigMapping(prefix = "liaison.directory.device")
public interface DeviceConfig {
  /** Active devices one person may have at a time. */
  @WithDefault("10")
  int most();

  /** How long a certificate lasts; clients renew it before, while they are in use. */
  @WithDefault("90d")
  Duration validity();

  /**
   * How long after the end of its certificate a device can still renew it. It can do nothing else
   * meanwhile, and is revoked afterwards.
   */
  @WithDefault("180d")
  Duration renewableFor();

  /** How recent the login must be to enrol. */
  @WithDefault("15M")
  Duration freshLogin();

  /** How long a challenge can be answered. */
  @WithDefault("5M")
  Duration challengeValidity();

  /** Unanswered challenges one account may hold. */
  @WithDefault("20")
  int mostChallenges();

  /** How long a revocation list counts; a new one is there long before. */
  @WithDefault("1H")
  Duration revocationListValidity();

  /** How often devices whose certificate ended are looked for. */
  @WithDefault("10M")
  Duration expirySweep();

  /** How often devices are looked for whose binding the transparency log was not told of. */
  @WithDefault("1M")
  Duration bindingSweep();
}

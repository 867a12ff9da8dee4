package fr.liaison.directory.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Limits of invitations. */
@ConfigMapping(prefix = "liaison.directory.staff")
public interface StaffConfig {
  /** What the browser sees, without a slash at the end; links of invitations begin with it. */
  @WithDefault("http://localhost:8080")
  URI origin();

  /** How long an invitation can be accepted. */
  @WithDefault("72H")
  Duration validity();

  /** Open invitations a structure may have at a time. */
  @WithDefault("50")
  int mostOpen();

  /** How long whoever accepted has for a passkey at least, also where the link ends before. */
  @WithDefault("30M")
  Duration leastForPasskey();

  /** Acceptances one instance carries out at a time. */
  @WithDefault("4")
  int mostAtOnce();

  /** Unknown tokens one instance looks up in a minute. */
  @WithDefault("60")
  int mostUnknown();

  /** How often accounts are looked for whose one-time password is to be deleted. */
  @WithDefault("5s")
  Duration sealEvery();
}

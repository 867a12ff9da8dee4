package fr.liaison.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where access tokens come from. */
@ConfigMapping(prefix = "liaison.oidc")
public interface OidcConfig {
  /** The issuer every token must name, as browsers see it. */
  String issuer();

  /** Where the issuer's signing keys are fetched, usually an internal address. */
  String jwks();

  /** The audience every token must name. */
  @WithDefault("liaison-api")
  String audience();
}

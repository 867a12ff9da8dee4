package fr.liaison.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

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

  /** A fixed RSA public key (PEM body) used instead of the key set; for tests only. */
  Optional<String> publicKey();
}

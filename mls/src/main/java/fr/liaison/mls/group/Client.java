package fr.liaison.mls.group;

import fr.liaison.mls.crypto.Signer;
import fr.liaison.mls.leaf.CredentialValidator;
import java.time.InstantSource;

/**
 * What every group of one client shares and no state contains: its signature key, whom it trusts,
 * the keys it knows from elsewhere, its settings and its clock.
 */
public record Client(
    Signer signer,
    CredentialValidator validator,
    PreSharedKeys preSharedKeys,
    GroupConfig config,
    InstantSource clock) {
  /** Without pre-shared keys, with the default settings. */
  public static Client of(Signer signer, CredentialValidator validator) {
    return new Client(
        signer, validator, PreSharedKeys.NONE, GroupConfig.DEFAULT, InstantSource.system());
  }

  public Client with(PreSharedKeys known) {
    return new Client(signer, validator, known, config, clock);
  }

  public Client with(GroupConfig settings) {
    return new Client(signer, validator, preSharedKeys, settings, clock);
  }
}

package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.message.PreSharedKeyId;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.schedule.PskSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the keys that a commit or Welcome names (RFC 9420 section 8.4). */
final class PskInputs {
  private PskInputs() {}

  /** For a member: its own group's epochs first, then what the application knows. */
  static Secret secret(GroupState state, Client client, List<PreSharedKeyId> ids) throws Refused {
    return secret(state.suite(), client, ids, Optional.of(state));
  }

  /** For somebody who joins. */
  static Secret secret(CipherSuite suite, Client client, List<PreSharedKeyId> ids) throws Refused {
    return secret(suite, client, ids, Optional.empty());
  }

  private static Secret secret(
      CipherSuite suite, Client client, List<PreSharedKeyId> ids, Optional<GroupState> state)
      throws Refused {
    List<PskSecret.Input> inputs = new ArrayList<>();
    for (PreSharedKeyId id : ids) {
      Secret key =
          switch (id.key()) {
            case PreSharedKeyId.External(Bytes name) ->
                client.preSharedKeys().external(name).orElse(null);
            case PreSharedKeyId.Resumption(PreSharedKeyId.Usage u, Bytes group, long epoch) ->
                state
                    .flatMap(own -> own(own, group, epoch))
                    .or(
                        () ->
                            client
                                .preSharedKeys()
                                .resumption(group, epoch)
                                .map(Predecessor::resumption))
                    .orElse(null);
          };
      if (key == null) {
        throw new Refused(Refusal.UNKNOWN_PSK);
      }
      inputs.add(new PskSecret.Input(id, key));
    }
    return PskSecret.of(suite, inputs);
  }

  private static Optional<Secret> own(GroupState state, Bytes group, long epoch) {
    boolean current =
        state.open().context().groupId().equals(group) && state.open().context().epoch() == epoch;
    return current
        ? Optional.of(state.secrets().resumption())
        : state.past(group, epoch).map(PastEpoch::resumption);
  }
}

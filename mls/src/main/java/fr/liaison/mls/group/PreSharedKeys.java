package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.Secret;
import java.util.Optional;

/** Keys the application shares with others by other means. Must be thread-safe. */
public interface PreSharedKeys {
  /** Knows none. */
  PreSharedKeys NONE =
      new PreSharedKeys() {
        @Override
        public Optional<Secret> external(Bytes id) {
          return Optional.empty();
        }

        @Override
        public Optional<Predecessor> resumption(Bytes groupId, long epoch) {
          return Optional.empty();
        }
      };

  Optional<Secret> external(Bytes id);

  /** Of another group than the one asking, which knows its own. */
  Optional<Predecessor> resumption(Bytes groupId, long epoch);
}

package fr.liaison.directory.delegation;

import fr.liaison.kit.database.Uuid7;
import java.util.UUID;

/** Identifies a delegation, accepted or not. */
public record DelegationId(UUID value) {
  static DelegationId next() {
    return new DelegationId(Uuid7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

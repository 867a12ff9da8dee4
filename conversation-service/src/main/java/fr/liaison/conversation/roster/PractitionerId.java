package fr.liaison.conversation.roster;

import java.util.UUID;

/** A person, as the directory names them. */
public record PractitionerId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}

package fr.liaison.directory.search.index;

import java.util.List;
import java.util.UUID;

/**
 * One thing that must hold of a person or a structure that is looked up by its fields, and not by
 * words anywhere. Words are as SearchWords makes them, at least one. Prints nothing of it.
 */
public sealed interface Condition {
  /** It is one of these people. */
  record OneOf(List<UUID> people) implements Condition {}

  /** Each word begins a word of the name, of whatever part. */
  record Name(List<String> words) implements Condition {
    @Override
    public String toString() {
      return "Name[]";
    }
  }

  /** The family name, or that of a structure, begins with these words. */
  record FamilyName(List<String> words) implements Condition {
    @Override
    public String toString() {
      return "FamilyName[]";
    }
  }

  /** Each word begins a word of a town. */
  record Town(List<String> words) implements Condition {
    @Override
    public String toString() {
      return "Town[]";
    }
  }

  /** A postal code begins so. */
  record PostalCode(String beginning) implements Condition {}

  /** Held in full. */
  record Profession(String code) implements Condition {}

  /** Held as a student alone. */
  record Training(String code) implements Condition {}

  record SavoirFaire(String code) implements Condition {}

  /** Holds one of these diplomas or authorisations. */
  record Qualified(List<Diploma> any) implements Condition {}

  /**
   * A diploma by the code of its family and its own, which is empty where any of the family will
   * do; authorisations are a family of their own.
   */
  record Diploma(String family, String code) {
    public static final String AUTHORISATION = "authorisation";

    String term() {
      return PersonDocument.code(family + "|" + code);
    }
  }

  /** The technical identifier of a structure. */
  record PlaceOfWork(String structureId) implements Condition {}
}

package fr.liaison.directory.search.index;

import fr.liaison.directory.practitioner.SearchWords;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;

/**
 * Turns a structure into the terms it is found by: those of somebody of its name who practises
 * there, so that one search finds both, and its identifiers.
 */
final class StructureDocument {
  /** Stored: the identifier as the register writes it. */
  static final String IDENTIFIER = "identifier";

  private static final int SHORTEST_NUMBER = 9;

  /** Of a UUID whose content is one's own (RFC 9562, version 8). */
  private static final long VERSION = 0x8000L;

  private static final long VARIANT = 1L << 63;

  private StructureDocument() {}

  static Document of(FoundStructure structure) {
    String name = structure.name();
    Document document =
        PersonDocument.of(
            new IndexedPerson(
                key(structure.id()),
                0,
                true,
                name == null ? "" : name,
                "",
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(
                    new IndexedPerson.Place(
                        structure.id(),
                        null,
                        structure.postalCode(),
                        null,
                        structure.town(),
                        structure.sector()))));
    for (String word : identifiers(structure.id())) {
      document.add(new StringField(Field.OTHER, word, Store.NO));
    }
    document.add(new StoredField(IDENTIFIER, structure.id()));
    return document;
  }

  /**
   * The id of a structure's document, and its name in web addresses: that of a practice of one
   * person holds an RPPS number. Clients make it from the identifier too.
   */
  static UUID key(String identifier) {
    ByteBuffer digest = ByteBuffer.wrap(sha256("liaison-structure\n" + identifier));
    return new UUID(
        (digest.getLong() & ~0xF000L) | VERSION, (digest.getLong() & ~(3L << 62)) | VARIANT);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new AssertionError(everyPlatformHasIt);
    }
  }

  /** As it is, and without the letter before a FINESS, SIRET or RPPS-rang number. */
  private static List<String> identifiers(String identifier) {
    List<String> words = new ArrayList<>(SearchWords.of(identifier));
    String number = identifier.substring(1);
    if (number.length() >= SHORTEST_NUMBER && Character.isLetter(identifier.charAt(0))) {
      words.addAll(SearchWords.of(number));
    }
    return words;
  }
}

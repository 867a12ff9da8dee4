package fr.liaison.client.card;

import fr.liaison.client.api.Practitioner;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.StoreReader;
import fr.liaison.client.store.StoredConversation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a writer should know of a recipient. A program shows it to a person, or refuses by rules of
 * its own, where a look is needed.
 *
 * @param first there is no direct conversation with the person; a group in common proves nothing
 * @param colleague the two have a structure in common
 * @param departed nobody reads what is sent: a conversation is not opened
 */
public record FirstLook(
    boolean first, boolean colleague, boolean departed, List<Caution> cautions) {
  public FirstLook {
    cautions = List.copyOf(cautions);
  }

  /**
   * From what this device knows.
   *
   * @param writer whose device this is, or null where the directory does not say: then nobody is a
   *     colleague
   */
  public static FirstLook of(
      StoreReader reader, Card card, @Nullable Practitioner writer, Instant now) {
    return new FirstLook(
        !wroteTo(reader, card.statement().person().id()),
        writer != null && card.isColleagueOf(writer),
        card.statement().departed(),
        Caution.of(card, now));
  }

  /** Whether to look twice: before a first message, but for colleagues nothing speaks against. */
  public boolean isNeeded() {
    return first && (!colleague || departed || !cautions.isEmpty());
  }

  /** Whether there is a direct conversation with this person. */
  public static boolean wroteTo(StoreReader reader, PractitionerId person) {
    return StoredConversation.all(reader).stream()
        .anyMatch(one -> one.direct() && one.members().contains(person));
  }
}

package fr.liaison.client.cli;

import fr.liaison.client.api.Homonyms;
import fr.liaison.client.card.Card;
import fr.liaison.client.card.CardStatement;
import fr.liaison.client.card.FirstLook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verified card for scripts.
 *
 * @param freshness {@code current}, {@code outdated} (the directory answered with an older one) or
 *     {@code offline}; the latter two are what was kept
 * @param first whether there is no direct conversation with the person
 * @param lookTwice whether a person should look before a first message
 */
record CardDocument(
    boolean verified,
    String freshness,
    boolean departed,
    boolean first,
    boolean colleague,
    boolean lookTwice,
    List<String> cautions,
    List<String> changes,
    @Nullable Homonyms homonyms,
    CardStatement statement) {
  static CardDocument of(Card card, String freshness, FirstLook look) {
    return new CardDocument(
        true,
        freshness,
        look.departed(),
        look.first(),
        look.colleague(),
        look.isNeeded(),
        look.cautions().stream().map(CardLines::name).toList(),
        card.changes().stream().map(CardLines::name).toList(),
        card.homonyms(),
        card.statement());
  }

  @Override
  public String toString() {
    return "CardDocument[" + statement + "]";
  }
}

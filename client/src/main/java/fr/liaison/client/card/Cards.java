package fr.liaison.client.card;

import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.api.Homonyms;
import fr.liaison.client.api.SignedCard;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.StoreTransaction;
import fr.liaison.contracts.json.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signed cards: asked for at every look, kept for when the network is away. Only what the pinned
 * root vouches for is given or kept; a card that changed comes with the former one until that was
 * seen; an older card than the one kept does not take its place. Thread-safe.
 */
public final class Cards {
  /** Between the clocks of the directory's instances. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final DirectoryApi directory;
  private final Store store;
  private final Bytes root;
  private final InstantSource clock;

  /**
   * The cards that one device reads.
   *
   * @param root DER of the trust anchor pinned at enrolment
   */
  public Cards(DirectoryApi directory, Store store, Bytes root, InstantSource clock) {
    this.directory = directory;
    this.store = store;
    this.root = root;
    this.clock = clock;
  }

  public CardOutcome read(PractitionerId id) {
    return switch (directory.signedCard(id)) {
      case Answer.Done<SignedCard>(SignedCard served) -> served(id, served);
      case Answer.Refused<SignedCard>(Problem problem) -> new CardOutcome.Refused(problem);
      case Answer.Unreachable<SignedCard>() -> kept(id);
    };
  }

  /** The change was seen: the former card goes. */
  public void acknowledge(PractitionerId id) {
    store.change(
        transaction ->
            StoredCard.find(transaction, id)
                .ifPresent(one -> one.acknowledged().save(transaction, id)));
  }

  private CardOutcome served(PractitionerId id, SignedCard served) {
    return switch (VerifyCard.verify(served.jws(), id, root)) {
      case CardVerdict.Genuine(CardStatement now) ->
          store.write(transaction -> taken(transaction, now, served));
      case CardVerdict.Refuted(var cause) -> new CardOutcome.Unsound(cause);
    };
  }

  private CardOutcome taken(StoreTransaction transaction, CardStatement now, SignedCard served) {
    PractitionerId id = now.person().id();
    Optional<StoredCard> before = StoredCard.find(transaction, id);
    Optional<CardStatement> known = before.flatMap(one -> genuine(one.jws(), id));
    if (known.isPresent() && isOlder(now, known.get(), before.orElseThrow())) {
      return new CardOutcome.Outdated(card(id, known.get(), before.orElseThrow(), null));
    }
    String former =
        before
            .map(StoredCard::seen)
            .filter(seen -> genuine(seen, id).filter(said -> !isSame(said, now)).isPresent())
            .orElse(null);
    StoredCard record = new StoredCard(served.jws(), clock.instant(), former);
    record.save(transaction, id);
    return new CardOutcome.Current(card(id, now, record, served.homonyms()));
  }

  private CardOutcome kept(PractitionerId id) {
    Optional<StoredCard> found = store.read(reader -> StoredCard.find(reader, id));
    if (found.isEmpty()) {
      return new CardOutcome.Unreachable();
    }
    return switch (VerifyCard.verify(found.get().jws(), id, root)) {
      case CardVerdict.Genuine(CardStatement said) ->
          new CardOutcome.Offline(card(id, said, found.get(), null));
      case CardVerdict.Refuted(var cause) -> new CardOutcome.Unsound(cause);
    };
  }

  private Card card(
      PractitionerId id, CardStatement said, StoredCard record, @Nullable Homonyms homonyms) {
    String former = record.former();
    return new Card(said, homonyms, former == null ? null : genuine(former, id).orElse(null));
  }

  private Optional<CardStatement> genuine(String jws, PractitionerId id) {
    return VerifyCard.verify(jws, id, root) instanceof CardVerdict.Genuine(CardStatement said)
        ? Optional.of(said)
        : Optional.empty();
  }

  /** A directory whose clock was ahead has said this before it says; it was kept when it was. */
  private static boolean isOlder(CardStatement now, CardStatement known, StoredCard record) {
    Instant said = known.issuedAt().isBefore(record.keptAt()) ? known.issuedAt() : record.keptAt();
    return now.issuedAt().isBefore(said.minus(SKEW));
  }

  /** With another digest too, where nothing is said that was not said before. */
  private static boolean isSame(CardStatement before, CardStatement now) {
    return before.digest().equals(now.digest()) || CardChange.between(before, now).isEmpty();
  }
}

package fr.liaison.client.conversation;

import fr.liaison.client.api.Welcome;
import fr.liaison.client.group.OpenWelcome;
import fr.liaison.client.group.Wire;
import fr.liaison.client.http.Answer;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.Advance;
import fr.liaison.client.store.Conversations;
import fr.liaison.client.store.KeyPackages;
import fr.liaison.client.store.Settings;
import fr.liaison.client.store.StoreTransaction;
import fr.liaison.contracts.json.Bytes;
import java.util.List;
import java.util.Optional;

/** Joins the groups this device was added to. */
final class Welcomes {
  private final Desk desk;
  private final KeepUp keepUp;

  Welcomes(Desk desk, KeepUp keepUp) {
    this.desk = desk;
    this.keepUp = keepUp;
  }

  void fetch() {
    while (desk.conversations().welcomes()
            instanceof Answer.Done<List<Welcome>>(List<Welcome> waiting)
        && !waiting.isEmpty()) {
      for (Welcome welcome : waiting) {
        if (!take(welcome)) {
          return;
        }
      }
    }
  }

  /**
   * Group and used-up key package in one transaction, then the Welcome is dropped at the server.
   * One that does not open is dropped too, and the group entered from outside. False when the
   * server could not be told.
   */
  boolean take(Welcome welcome) {
    ConversationId id = welcome.conversationId();
    boolean known =
        desk.store().read(reader -> Conversations.cursor(reader, id)).orElse(-1)
            >= welcome.sequence();
    if (!known) {
      join(welcome);
    }
    boolean dropped =
        !(desk.conversations().dropWelcome(welcome.id()) instanceof Answer.Unreachable);
    if (!known) {
      var _ = keepUp.bring(id);
    }
    return dropped;
  }

  private void join(Welcome welcome) {
    ConversationId id = welcome.conversationId();
    OpenWelcome open = new OpenWelcome(desk.device());
    Optional<OpenWelcome.Opened> opened =
        desk.store().read(reader -> open.open(reader, id, welcome.welcome()));
    if (opened.isEmpty()) {
      return;
    }
    Bytes state = Wire.sealable(opened.get().group().serialized());
    desk.store()
        .change(
            transaction -> {
              Conversations.enter(
                  transaction, new Advance(id, welcome.sequence(), state, List.of()));
              spend(transaction, opened.get().reference());
            });
    desk.groups().forget(id);
    desk.groups().succeed(id, List.of(), opened.get().group());
    desk.acknowledgements().stored(id, welcome.sequence());
    keepUp.begin(id);
    desk.notices().add(new Notice.Joined(id));
  }

  /** A used key package must not open anything again; the last resort may. */
  private static void spend(StoreTransaction transaction, Bytes reference) {
    if (!Settings.LAST_RESORT.read(transaction).equals(Optional.of(reference.toBase64Url()))) {
      KeyPackages.spend(transaction, reference);
    }
  }
}

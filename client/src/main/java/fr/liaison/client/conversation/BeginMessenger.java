package fr.liaison.client.conversation;

import fr.liaison.client.api.AttachmentApi;
import fr.liaison.client.api.AuditApi;
import fr.liaison.client.api.ConversationApi;
import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.api.KeyPackageApi;
import fr.liaison.client.audit.KnownKeys;
import fr.liaison.client.card.Cards;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.group.GroupDevice;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Pause;
import fr.liaison.client.http.Problem;
import fr.liaison.client.store.Settings;
import fr.liaison.client.store.Store;
import fr.liaison.client.stream.LiveStream;
import fr.liaison.client.stream.StreamConsumer;
import fr.liaison.contracts.json.Bytes;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the messenger of a device; asks for the server's proposal key the first time and keeps it.
 */
public final class BeginMessenger {
  private final Store store;
  private final ConversationApi conversations;
  private final KeyPackageApi keyPackages;
  private final DirectoryApi directory;
  private final AttachmentApi attachments;
  private final AuditApi audit;
  private final Cards cards;

  public BeginMessenger(
      Store store,
      ConversationApi conversations,
      KeyPackageApi keyPackages,
      DirectoryApi directory,
      AttachmentApi attachments,
      AuditApi audit,
      Cards cards) {
    this.store = store;
    this.conversations = conversations;
    this.keyPackages = keyPackages;
    this.directory = directory;
    this.attachments = attachments;
    this.audit = audit;
    this.cards = cards;
  }

  public Answer<Messenger> begin(
      EnrolledDevice device,
      ConversationListener listener,
      Function<StreamConsumer, LiveStream> streams) {
    return externalSenders()
        .then(
            senders ->
                GroupDevice.of(device, senders, InstantSource.system())
                    .<Answer<Messenger>>map(
                        member -> new Answer.Done<>(messenger(member, listener, streams)))
                    .orElseGet(
                        () -> new Answer.Refused<>(Problem.named(422, "delivery-key-unusable"))));
  }

  private Messenger messenger(
      GroupDevice member,
      ConversationListener listener,
      Function<StreamConsumer, LiveStream> streams) {
    return new Messenger(
        new Desk(
            store,
            conversations,
            keyPackages,
            directory,
            attachments,
            new KnownKeys(store, audit, Pause.real()),
            cards,
            member,
            new Groups(store, member),
            new Notices(listener),
            new Acknowledgements(conversations),
            Pause.real(),
            InstantSource.system()),
        streams);
  }

  private Answer<Bytes> externalSenders() {
    Optional<String> kept = store.read(Settings.DELIVERY_KEY::read);
    if (kept.isPresent()) {
      return new Answer.Done<>(Bytes.parse(kept.get()));
    }
    return conversations
        .externalSenders()
        .map(
            senders -> {
              store.change(
                  transaction -> Settings.DELIVERY_KEY.write(transaction, senders.toBase64Url()));
              return senders;
            });
  }
}

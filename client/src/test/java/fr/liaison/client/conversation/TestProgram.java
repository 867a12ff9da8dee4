package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.api.AttachmentApi;
import fr.liaison.client.api.AuditApi;
import fr.liaison.client.api.ConversationApi;
import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.api.KeyPackageApi;
import fr.liaison.client.audit.KnownKeys;
import fr.liaison.client.card.Cards;
import fr.liaison.client.content.Content;
import fr.liaison.client.content.Decoded;
import fr.liaison.client.group.TestMember;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.HttpSettings;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.StateFolder;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.StoreOpening;
import fr.liaison.client.stream.LiveStream;
import fr.liaison.client.stream.StreamSettings;
import fr.liaison.mls.leaf.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A messenger of the tests over a store of its own, without waiting between attempts. */
final class TestProgram implements AutoCloseable {
  final List<Notice> notices = new ArrayList<>();
  ConversationListener listener = ConversationListener.silent();
  final Store store;
  final Messenger messenger;
  private final TestDelivery delivery;
  private final TestMember member;
  private final Path folder;

  TestProgram(TestDelivery delivery, TestMember member, Path folder) throws IOException {
    this.delivery = delivery;
    this.member = member;
    this.folder = folder;
    delivery.devices.put(member.enrolled.id().toString(), member);
    delivery.logged(member);
    this.store = ((StoreOpening.Opened) new StateFolder(folder).open()).store();
    Http http =
        new Http(HttpSettings.of(delivery.origin()), refused -> new Answer.Done<>("t"), wait -> {})
            .onDevice(member.enrolled.id());
    ConversationApi conversations = new ConversationApi(http);
    DirectoryApi directory = new DirectoryApi(http);
    Desk desk =
        new Desk(
            store,
            conversations,
            new KeyPackageApi(http),
            directory,
            new AttachmentApi(http),
            new KnownKeys(store, new AuditApi(http), wait -> {}, delivery.clock),
            new Cards(directory, store, member.enrolled.rootCertificate(), delivery.clock),
            member.device,
            new Groups(store, member.device),
            new Notices(this::hear),
            new Acknowledgements(conversations),
            wait -> {},
            delivery.clock);
    this.messenger =
        new Messenger(
            desk,
            consumer ->
                new LiveStream(
                    delivery.origin(),
                    member.enrolled.id(),
                    refused -> new Answer.Done<>("t"),
                    consumer,
                    StreamSettings.standard()));
  }

  private void hear(Notice notice) {
    notices.add(notice);
    listener.on(notice);
  }

  /** The same device after a restart of its program. */
  TestProgram restarted() throws IOException {
    close();
    return new TestProgram(delivery, member, folder);
  }

  DeviceId device() {
    return member.enrolled.id();
  }

  PractitionerId person() {
    return member.enrolled.practitioner();
  }

  String nationalId() {
    return member.nationalId();
  }

  /** What key packages made now are certified by. */
  Credential credential() {
    return member.device.keyPackage().keyPackage().leafNode().credential();
  }

  void sync() {
    assertThat(messenger.sync()).isEqualTo(new ChangeOutcome.Done());
  }

  ConversationId group(TestProgram... others) {
    List<PractitionerId> people = new ArrayList<>();
    for (TestProgram other : others) {
      people.add(other.person());
    }
    return ((OpenOutcome.Opened) messenger.group(people)).conversation();
  }

  List<String> texts(ConversationId id) {
    return messenger.history(id, 0, 1_000).stream()
        .map(
            one ->
                switch (one.content()) {
                  case Decoded.Known(Content.Text text) -> text.text();
                  case Decoded.Known(Content.Document document) -> document.document().name();
                  default -> "?";
                })
        .toList();
  }

  @Override
  public void close() {
    messenger.close();
    store.close();
  }
}

package fr.liaison.acceptance.javaclient;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.client.Liaison;
import fr.liaison.client.api.ConversationApi;
import fr.liaison.client.api.Entry;
import fr.liaison.client.attachment.DownloadOutcome;
import fr.liaison.client.attachment.TransferProgress;
import fr.liaison.client.content.Content;
import fr.liaison.client.content.ContentWriter;
import fr.liaison.client.content.Decoded;
import fr.liaison.client.content.SealedReference;
import fr.liaison.client.conversation.ChangeOutcome;
import fr.liaison.client.conversation.Message;
import fr.liaison.client.conversation.Messenger;
import fr.liaison.client.conversation.Notice;
import fr.liaison.client.conversation.OpenOutcome;
import fr.liaison.client.conversation.OutgoingFile;
import fr.liaison.client.conversation.SendOutcome;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.device.EnrolmentOutcome;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.HttpSettings;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.MessageId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.OutboxMessage;
import fr.liaison.client.store.StateFolder;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.StoreOpening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One Java device of one person: state in a folder, everything it was told in a queue. */
public final class JavaDevice implements AutoCloseable {
  private final URI origin;
  private final DemoPerson person;
  private final Path folder;
  private final Store store;
  private final Liaison liaison;
  private final Messenger messenger;
  private boolean closed;
  private final Queue<Notice> notices = new ConcurrentLinkedQueue<>();

  private JavaDevice(URI origin, DemoPerson person, Path folder, String name) {
    this.origin = origin;
    this.person = person;
    this.folder = folder;
    this.store = open(folder);
    this.liaison = Liaison.at(origin, new Login(origin, person), store);
    EnrolmentOutcome enrolment = liaison.enrol(name);
    assertThat(enrolment)
        .isInstanceOfAny(EnrolmentOutcome.Enrolled.class, EnrolmentOutcome.AlreadyEnrolled.class);
    this.messenger = liaison.messenger(device(), notices::add).orThrow();
  }

  /** Enrols where the folder holds no device yet, and is reachable when this returns. */
  public static JavaDevice start(URI origin, DemoPerson person, Path folder) {
    JavaDevice device = enrolled(origin, person, folder);
    device.sync();
    return device;
  }

  /** The same device later, as after a restart of its program. */
  public JavaDevice restarted() {
    close();
    return new JavaDevice(origin, person, folder, "");
  }

  /** Enrols and leaves it at that: not yet reachable, in no conversation. */
  public static JavaDevice enrolled(URI origin, DemoPerson person, Path folder) {
    return new JavaDevice(origin, person, folder, "Logiciel " + folder.getFileName());
  }

  public void sync() {
    org.awaitility.Awaitility.await()
        .untilAsserted(() -> assertThat(messenger.sync()).isEqualTo(new ChangeOutcome.Done()));
  }

  public ConversationId direct(JavaDevice other) {
    return opened(messenger.direct(other.practitioner()));
  }

  public ConversationId group(List<JavaDevice> others) {
    return opened(messenger.group(others.stream().map(JavaDevice::practitioner).toList()));
  }

  private static ConversationId opened(OpenOutcome outcome) {
    assertThat(outcome).isInstanceOf(OpenOutcome.Opened.class);
    return ((OpenOutcome.Opened) outcome).conversation();
  }

  public void say(ConversationId id, String text) {
    assertThat(messenger.sendText(id, text, false)).isInstanceOf(SendOutcome.Accepted.class);
  }

  /** Written where nobody answers: it waits in the outbox. */
  public void queue(ConversationId id, String text) {
    MessageId message = new MessageId(UUID.randomUUID());
    Content.Text content = new Content.Text(message, "2026-11-21T22:00:00.000Z", text);
    OutboxMessage waiting =
        new OutboxMessage(
            message, Instant.EPOCH, false, List.of(), ContentWriter.write(content), null);
    store.change(transaction -> assertThat(Outbox.add(transaction, id, waiting)).isNotNull());
  }

  public ConversationId refound(ConversationId id) {
    return opened(messenger.refound(id));
  }

  /** The texts stored here, in log order; what cannot be read as "?". */
  public List<String> texts(ConversationId id) {
    return messenger.history(id, 0, 5_000).stream().map(JavaDevice::text).toList();
  }

  private static String text(Message message) {
    return message.content() instanceof Decoded.Known(Content.Text text) ? text.text() : "?";
  }

  public void sendFile(ConversationId id, Path file) throws IOException {
    assertThat(messenger.sendFile(id, OutgoingFile.pdf(file), false, TransferProgress.silent()))
        .isInstanceOf(SendOutcome.Accepted.class);
  }

  /** Fetches the newest document of a conversation. */
  public Path received(ConversationId id, Path target) throws IOException {
    return fetched(newest(id, Content.Document.class).document(), target);
  }

  /** Fetches the newest photo of a conversation. */
  public Path receivedPhoto(ConversationId id, Path target) throws IOException {
    return fetched(newest(id, Content.Photo.class).photo(), target);
  }

  private <T extends Content> T newest(ConversationId id, Class<T> kind) {
    return messenger.history(id, 0, 5_000).stream()
        .map(Message::content)
        .filter(Decoded.Known.class::isInstance)
        .map(one -> ((Decoded.Known) one).content())
        .filter(kind::isInstance)
        .map(kind::cast)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private Path fetched(SealedReference reference, Path target) throws IOException {
    assertThat(messenger.download(reference, target, TransferProgress.silent()))
        .isEqualTo(new DownloadOutcome.Complete(target));
    return target;
  }

  /** New keys, as often as asked, however many others do the same. */
  public void renewKeys(ConversationId id, int times) {
    for (int done = 0; done < times; ) {
      done += messenger.renewKeys(id) instanceof ChangeOutcome.Done ? 1 : 0;
    }
  }

  /** The log as the server has it. */
  public List<Entry> log(ConversationId id) {
    return liaison.conversations(device()).log(id, 0, 500).orThrow().entries();
  }

  public boolean logHas(ConversationId id, Entry.EntryKind kind) {
    return log(id).stream().anyMatch(entry -> entry.kind() == kind);
  }

  /** The epoch of the last message of this device. */
  public long lastEpochOf(ConversationId id, DeviceId sender) {
    long last = liaison.conversations(device()).conversation(id).orThrow().lastSequence();
    return liaison
        .conversations(device())
        .log(id, Math.max(0, last - 100), 500)
        .orThrow()
        .entries()
        .stream()
        .filter(one -> one.kind() == Entry.EntryKind.MESSAGE)
        .filter(one -> one.senderDeviceId().equals(sender))
        .mapToLong(Entry::epoch)
        .max()
        .orElseThrow();
  }

  /** Plain HTTP as this device, with a fresh token. */
  public Api api() {
    return Api.at(origin.toString())
        .withToken(HeadlessLogin.accessToken(origin.toString(), person))
        .onDevice(device().id().toString());
  }

  /** The conversation-service asked once for each call, so that no answer is seen as none. */
  ConversationApi askedOnce() {
    HttpSettings settings =
        new HttpSettings(origin, Duration.ofSeconds(5), Duration.ofSeconds(30), 1, Duration.ZERO);
    return new ConversationApi(
        new Http(settings, new Login(origin, person)).onDevice(device().id()));
  }

  public Messenger messenger() {
    return messenger;
  }

  public Liaison liaison() {
    return liaison;
  }

  public Queue<Notice> notices() {
    return notices;
  }

  public Path folder() {
    return folder;
  }

  public PractitionerId practitioner() {
    return device().practitioner();
  }

  public EnrolledDevice device() {
    return store.<EnrolledDevice>read(reader -> EnrolledDevice.load(reader).orElseThrow());
  }

  public Store store() {
    return store;
  }

  /** Closes it and leaves nothing behind that others would have to encrypt for. */
  public void retire() {
    if (!closed) {
      Answer<?> revoked = liaison.directory().revoke(device().id());
      assertThat(revoked).isNotNull();
      close();
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      messenger.close();
      store.close();
    }
  }

  private static Store open(Path folder) {
    try {
      StoreOpening opening = new StateFolder(folder).open();
      assertThat(opening).isInstanceOf(StoreOpening.Opened.class);
      return ((StoreOpening.Opened) opening).store();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

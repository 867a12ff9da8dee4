package fr.liaison.client.conversation;

import fr.liaison.client.api.ConversationApi;
import fr.liaison.client.api.ConversationApi.Refounding;
import fr.liaison.client.api.Kind;
import fr.liaison.client.attachment.Download;
import fr.liaison.client.attachment.DownloadOutcome;
import fr.liaison.client.attachment.TransferProgress;
import fr.liaison.client.card.Card;
import fr.liaison.client.content.Content;
import fr.liaison.client.content.ContentWriter;
import fr.liaison.client.content.SealedReference;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.AttachmentId;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.MessageId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.Conversations;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.OutboxMessage;
import fr.liaison.client.store.StoreTransaction;
import fr.liaison.client.store.StoredConversation;
import fr.liaison.client.stream.LiveStream;
import fr.liaison.client.stream.StreamConsumer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The conversations of one device and their one writer. Thread-safe; calls block and come one after
 * the other. {@link #sync} brings everything up to date once over HTTP; {@link #start} keeps it so
 * until {@link #close}. What the server does not answer is tried again by either.
 */
public final class Messenger implements AutoCloseable {
  private static final int LOOK_BACK = 1_000;

  private final Desk desk;
  private final Engine engine;
  private final Turn turn;
  private final ConversationApi conversations;
  private final LiveStream stream;
  private final LookBehind lookBehind;
  private final Caretaker caretaker;
  private final Uploads uploads;
  private final Background background = new Background();
  private boolean started;

  Messenger(Desk desk, Function<StreamConsumer, LiveStream> streams) {
    this.desk = desk;
    this.engine = new Engine(desk);
    this.turn = new Turn(desk.notices());
    this.lookBehind = new LookBehind(desk, turn);
    this.caretaker = new Caretaker(engine, turn, lookBehind);
    this.conversations = desk.conversations();
    this.uploads = new Uploads(desk, turn, this);
    this.stream = streams.apply(new Live(desk.store(), engine, turn, desk.notices(), background));
  }

  /** Everything plain HTTP can do: take in, join, heal, send. */
  public ChangeOutcome sync() {
    ChangeOutcome outcome = turn.take(() -> ChangeOutcome.of(engine.sync()));
    if (outcome instanceof ChangeOutcome.Done) {
      uploads.resume();
      lookBehind.look();
    }
    return outcome;
  }

  /** Connects in the background, and again whenever the connection is lost. */
  public synchronized void start() {
    if (!started) {
      started = true;
      desk.acknowledgements().over(stream);
      background.start("liaison-stream", stream::run);
      background.start("liaison-caretaker", caretaker::run);
      background.start("liaison-uploads", uploads::run);
    }
  }

  /** The direct conversation with this person; the one there is, or a new one. */
  public OpenOutcome direct(PractitionerId person) {
    return direct(person, card -> {});
  }

  /**
   * The same.
   *
   * @param look is given the verified card before a new one is opened; it must not call back
   */
  public OpenOutcome direct(PractitionerId person, Consumer<Card> look) {
    return turn.take(
        () ->
            all().stream()
                .filter(one -> one.active() && one.direct() && one.members().contains(person))
                .min(Comparator.comparing(StoredConversation::closed))
                .<OpenOutcome>map(one -> new OpenOutcome.Opened(engine.lineage.current(one.id())))
                .orElseGet(() -> engine.openConversation.open(Kind.DIRECT, List.of(person), look)));
  }

  /** A new group with all devices of these people. */
  public OpenOutcome group(List<PractitionerId> people) {
    return turn.take(() -> engine.openConversation.open(Kind.GROUP, people, card -> {}));
  }

  public SendOutcome sendText(ConversationId id, String text, boolean urgent) {
    return send(id, new Content.Text(newId(), now(), text), List.of(), urgent);
  }

  /**
   * Uploads while others may work, then queues the message. Constant memory for any size; a sealed
   * copy stays on the disk until the message is in the log, so that any later program on this state
   * goes on with it. Throws {@link fr.liaison.client.attachment.SpoolFull} without room for it.
   */
  public SendOutcome sendFile(
      ConversationId id, OutgoingFile file, boolean urgent, TransferProgress progress)
      throws IOException {
    return uploads.send(id, file, urgent, progress);
  }

  /** Goes on with a part left by an earlier call; the file gets its name when it is proven. */
  public DownloadOutcome download(SealedReference reference, Path target, TransferProgress progress)
      throws IOException {
    return new Download(desk.attachments(), progress).fetch(reference, target);
  }

  /** Queued first, so it survives whatever happens next. */
  SendOutcome send(
      ConversationId to, Content content, List<AttachmentId> attachments, boolean urgent) {
    return send(to, content, attachments, urgent, transaction -> {});
  }

  /** Where to write to: a conversation, or what it goes on as. */
  ConversationId current(ConversationId id) {
    return turn.take(() -> engine.lineage.current(id));
  }

  /**
   * The same.
   *
   * @param along what is stored in the same transaction
   */
  SendOutcome send(
      ConversationId to,
      Content content,
      List<AttachmentId> attachments,
      boolean urgent,
      Consumer<StoreTransaction> along) {
    OutboxMessage message =
        new OutboxMessage(
            content.id(), Instant.now(), urgent, attachments, ContentWriter.write(content), null);
    return turn.take(
        () -> {
          ConversationId id = engine.lineage.current(to);
          desk.store()
              .change(
                  transaction -> {
                    var _ = Outbox.add(transaction, id, message);
                    along.accept(transaction);
                  });
          Progress sent = flush(id);
          boolean waits = isWaiting(id, content.id());
          return switch (sent) {
            case Progress.Refused(Problem problem) when !waits -> new SendOutcome.Refused(problem);
            case Progress.Out out when !waits ->
                new SendOutcome.Refused(Problem.named(404, "not-found"));
            default ->
                waits
                    ? new SendOutcome.Queued(content.id())
                    : new SendOutcome.Accepted(content.id());
          };
        });
  }

  /** What closed meanwhile goes out through its successor at once. */
  private Progress flush(ConversationId id) {
    Progress sent = engine.outbox.flush(id);
    if (!engine.keepUp.isClosed(id)) {
      return sent;
    }
    return switch (engine.succeed.settle(id)) {
      case Progress.UpToDate done -> engine.outbox.flush(engine.lineage.current(id));
      case Progress.Refused refused -> refused;
      default -> sent;
    };
  }

  private boolean isWaiting(ConversationId id, MessageId message) {
    return uploads.isWaiting(message)
        || engine.lineage.line(id).stream()
            .flatMap(one -> desk.store().read(reader -> Outbox.waiting(reader, one)).stream())
            .anyMatch(one -> one.message().id().equals(message));
  }

  /**
   * Has a conversation founded again with the same people, and founds it: for administrators, or
   * either of two persons, when the group is broken. What waits goes out in the successor.
   */
  public OpenOutcome refound(ConversationId id) {
    return turn.take(
        () ->
            switch (conversations.refound(id)) {
              case Answer.Done<Refounding> ordered -> founded(id);
              case Answer.Refused<Refounding>(Problem problem) -> new OpenOutcome.Refused(problem);
              case Answer.Unreachable<Refounding> unreachable -> new OpenOutcome.Unreachable();
            });
  }

  private OpenOutcome founded(ConversationId id) {
    engine.refresh(id);
    Progress settled = engine.succeed.settle(id);
    var _ = engine.flush();
    return switch (settled) {
      case Progress.UpToDate done -> new OpenOutcome.Opened(engine.lineage.current(id));
      case Progress.Refused(Problem problem) -> new OpenOutcome.Refused(problem);
      default -> new OpenOutcome.Unreachable();
    };
  }

  /** New keys for this device in the group, so that whoever stole the old ones is locked out. */
  public ChangeOutcome renewKeys(ConversationId id) {
    return turn.take(
        () -> ChangeOutcome.of(engine.changes.change(id, group -> Optional.of(List.of()))));
  }

  /**
   * Brings people into a group with all their devices; who is in already stays. Everybody's card is
   * read before, as for a new conversation.
   */
  public PeopleOutcome add(ConversationId id, List<PractitionerId> people) {
    return turn.take(() -> told(id, engine.people.add(id, people)));
  }

  /** Puts a person out of a group with all devices; done as well when they are not in it. */
  public PeopleOutcome remove(ConversationId id, PractitionerId person) {
    return turn.take(() -> told(id, engine.people.remove(id, person)));
  }

  /** From now on this person may bring in and put out others. */
  public PeopleOutcome appoint(ConversationId id, PractitionerId person) {
    return turn.take(() -> told(id, PeopleOutcome.of(conversations.appoint(id, person))));
  }

  /** From now on this person may not; a group is never without an administrator. */
  public PeopleOutcome withdraw(ConversationId id, PractitionerId person) {
    return turn.take(() -> told(id, PeopleOutcome.of(conversations.withdraw(id, person))));
  }

  private PeopleOutcome told(ConversationId id, PeopleOutcome outcome) {
    if (outcome instanceof PeopleOutcome.Done) {
      engine.refresh(id);
    }
    return outcome;
  }

  public List<StoredConversation> all() {
    return desk.store().read(StoredConversation::all);
  }

  /** What is stored, in log order, after {@code after}. */
  public List<Message> history(ConversationId id, long after, int limit) {
    return desk.store().read(reader -> Conversations.messages(reader, id, after, limit)).stream()
        .map(stored -> Message.of(stored, desk.self()))
        .toList();
  }

  /** Tells the others that the person read up to here; never what could not be decrypted. */
  public ChangeOutcome read(ConversationId id, long upTo) {
    long readable =
        history(id, Math.max(0, upTo - LOOK_BACK), LOOK_BACK).stream()
            .filter(one -> one.sequence() <= upTo && one.gap() == null)
            .mapToLong(Message::sequence)
            .max()
            .orElse(0);
    if (readable == 0) {
      return new ChangeOutcome.Done();
    }
    Answer<?> answer = conversations.read(id, readable);
    return ChangeOutcome.of(Progress.failure(answer).orElseGet(Progress.UpToDate::new));
  }

  /**
   * Lets go of the connection; the store stays open, and nothing here uses it any more. Called by
   * the listener it does not wait: what has begun ends once the listener has returned.
   */
  @Override
  public void close() {
    stream.stop();
    caretaker.stop();
    uploads.stop();
    if (turn.isTaken()) {
      background.stop();
    } else {
      background.close();
    }
  }

  static MessageId newId() {
    return new MessageId(UUID.randomUUID());
  }

  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}

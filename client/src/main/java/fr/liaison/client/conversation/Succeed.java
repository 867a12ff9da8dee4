package fr.liaison.client.conversation;

import fr.liaison.client.api.Conversation;
import fr.liaison.client.api.Conversation.State;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Interrupted;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.OutboxMessage;
import fr.liaison.client.store.StoreTransaction;
import fr.liaison.client.store.StoredConversation;
import fr.liaison.client.store.StoredUpload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Founds again what is closed, and brings what waits in it into the successor. Every member does
 * so: the first one's group stands, the others take their Welcome.
 */
final class Succeed {
  private static final int LONGEST_WAIT_MILLIS = 1_000;
  private static final int ATTEMPTS = 6;

  private final Desk desk;
  private final Lineage lineage;
  private final KeepUp keepUp;
  private final CheckRecipients recipients;
  private final Invite invite;
  private final OpenConversation opening;
  private final Welcomes welcomes;
  private final SendOutbox outbox;

  Succeed(
      Desk desk,
      Lineage lineage,
      KeepUp keepUp,
      CheckRecipients recipients,
      Invite invite,
      OpenConversation opening,
      Welcomes welcomes,
      SendOutbox outbox) {
    this.desk = desk;
    this.lineage = lineage;
    this.keepUp = keepUp;
    this.recipients = recipients;
    this.invite = invite;
    this.opening = opening;
    this.welcomes = welcomes;
    this.outbox = outbox;
  }

  /** Whether something is closed and not yet gone on with. */
  boolean isDue() {
    return desk.store().read(StoredConversation::all).stream().anyMatch(this::isDue);
  }

  private boolean isDue(StoredConversation one) {
    return one.active() && one.closed() && (one.succeededBy() == null || hasWaiting(one.id()));
  }

  /** Goes on with everything that is closed. */
  Progress tend() {
    Progress worst = new Progress.UpToDate();
    for (StoredConversation one : desk.store().read(StoredConversation::all)) {
      if (isDue(one)) {
        Progress done = settle(one.id());
        worst = done instanceof Progress.Unreachable ? done : worst;
      }
    }
    return worst;
  }

  /** Up to date when this device is in the successor and nothing waits here any more. */
  Progress settle(ConversationId old) {
    Optional<ConversationId> known = lineage.successor(old);
    Progress founded = known.isPresent() ? new Progress.UpToDate() : found(old);
    Optional<ConversationId> successor = lineage.successor(old);
    if (successor.isEmpty()) {
      return founded.isUpToDate() ? new Progress.Contended() : founded;
    }
    if (!lineage.isIn(successor.get())) {
      welcomes.fetch();
    }
    return lineage.isIn(successor.get()) ? move(old, successor.get()) : new Progress.Contended();
  }

  /** After a moment, and only if nobody else has meanwhile. */
  private Progress found(ConversationId old) {
    rest();
    Answer<Conversation> answer = desk.conversations().conversation(old);
    if (!(answer instanceof Answer.Done<Conversation>(Conversation conversation))) {
      return Progress.failure(answer).orElseThrow();
    }
    keepUp.remember(conversation);
    if (conversation.state() != State.REFOUNDING) {
      return new Progress.UpToDate();
    }
    Set<PractitionerId> people = new LinkedHashSet<>();
    conversation.members().forEach(one -> people.add(one.practitionerId()));
    Bringing bringing = Bringing.ALL;
    OpenOutcome outcome = open(conversation, people, bringing);
    for (int attempt = 1; attempt < ATTEMPTS && corrects(outcome, people); attempt++) {
      bringing = bringing.after(outcome);
      outcome = open(conversation, people, bringing);
    }
    Progress looked = keepUp.look(old);
    return outcome instanceof OpenOutcome.Unreachable ? new Progress.Unreachable() : looked;
  }

  /**
   * With those who are certified in the old group as this device has it: the server cannot slip in
   * anybody, nor can who left hold it up. Whoever cannot be invited now keeps a place and enters
   * from outside.
   */
  private OpenOutcome open(Conversation old, Set<PractitionerId> people, Bringing bringing) {
    Set<String> members = lineage.members(old.id());
    return switch (recipients
        .known(List.copyOf(people))
        .then(
            known -> {
              known.values().retainAll(members);
              return invite.inviteAny(known);
            })) {
      case Answer.Done<Invited>(Invited invited) ->
          opening.make(old.kind(), bringing.of(invited, opening.self()), old.id());
      case Answer.Refused<Invited>(Problem problem) -> new OpenOutcome.Refused(problem);
      case Answer.Unreachable<Invited> unreachable -> new OpenOutcome.Unreachable();
    };
  }

  /** Takes up what a refusal says about who must come; true when it is worth another attempt. */
  private static boolean corrects(OpenOutcome outcome, Set<PractitionerId> people) {
    if (!(outcome instanceof OpenOutcome.Refused(Problem problem))) {
      return false;
    }
    Set<PractitionerId> named = new LinkedHashSet<>();
    problem.members().path("persons").forEach(one -> named.add(PractitionerId.parse(one.asText())));
    return switch (problem.members().path("rule").asText("")) {
      case "devices-missing", "too-many-devices" -> true;
      case "persons-missing" -> people.addAll(named);
      case "persons-foreign" -> people.removeAll(named);
      default -> false;
    };
  }

  /**
   * The old log is taken in to its end first: what it holds already is not sent twice. The new one
   * too, to know who reads there: where others do, nothing goes, and its author decides anew.
   */
  private Progress move(ConversationId old, ConversationId successor) {
    if (!hasWaiting(old)) {
      return new Progress.UpToDate();
    }
    Progress ended = keepUp.bring(old);
    if (!ended.isUpToDate() && !(ended instanceof Progress.Out)) {
      return ended;
    }
    Progress known = keepUp.look(successor);
    Progress brought = known.isUpToDate() ? keepUp.bring(successor) : known;
    if (!brought.isUpToDate()) {
      return brought;
    }
    if (!lineage.continues(old, successor)) {
      return outbox.drop(old, Problem.named(409, "successor-of-others"));
    }
    desk.store()
        .write(transaction -> move(transaction, old, successor))
        .forEach(desk.notices()::add);
    return new Progress.UpToDate();
  }

  /** To be encrypted in the successor; a file is uploaded again, since it is another's there. */
  private static List<Notice> move(
      StoreTransaction transaction, ConversationId old, ConversationId successor) {
    List<Notice> lost = new ArrayList<>();
    for (Outbox.Waiting waiting : Outbox.waiting(transaction, old)) {
      OutboxMessage message = waiting.message();
      Outbox.remove(transaction, waiting.key());
      if (message.attachments().isEmpty()) {
        var _ = Outbox.add(transaction, successor, message.unencrypted());
        continue;
      }
      StoredUpload.find(transaction, message.id())
          .ifPresentOrElse(
              upload -> upload.again(successor).save(transaction),
              () -> lost.add(Notice.NotSent.of(old, message, Problem.named(410, "spool-lost"))));
    }
    return lost;
  }

  private boolean hasWaiting(ConversationId id) {
    return desk.store().read(reader -> !Outbox.waiting(reader, id).isEmpty());
  }

  private void rest() {
    try {
      desk.pause()
          .rest(Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_WAIT_MILLIS)));
    } catch (InterruptedException stopped) {
      throw Interrupted.now();
    }
  }
}

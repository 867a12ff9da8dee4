package fr.liaison.client.conversation;

import fr.liaison.client.api.Conversation;
import fr.liaison.client.api.ConversationApi.Joinable;
import fr.liaison.client.api.Entry;
import fr.liaison.client.api.Welcome;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.device.RenewCertificate;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Pause;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.StoredConversation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parts of the messenger, wired; every method runs under its lock. */
final class Engine {
  private final Desk desk;
  private final KeyPackagePool pool;
  private final Welcomes welcomes;
  private final RenewCertificate certificates;
  final KeepUp keepUp;
  final ChangeGroup changes;
  final CommitProposals proposals;
  final SendOutbox outbox;
  final OpenConversation openConversation;
  final ChangePeople people;
  final Lineage lineage;
  final Succeed succeed;

  Engine(Desk desk) {
    this.desk = desk;
    this.certificates = new RenewCertificate(desk.directory(), desk.store());
    Rejoin rejoin = new Rejoin(desk);
    this.keepUp = new KeepUp(desk, new FollowLog(desk), rejoin);
    this.changes = new ChangeGroup(desk, keepUp, rejoin);
    this.proposals = new CommitProposals(desk, keepUp, changes);
    this.outbox = new SendOutbox(desk, keepUp, changes, proposals);
    CheckRecipients recipients = new CheckRecipients(desk.cards());
    Invite invite =
        new Invite(desk.device(), recipients, desk.keyPackages(), desk.knownKeys(), desk.pause());
    this.openConversation = new OpenConversation(desk, recipients, invite, changes);
    this.people = new ChangePeople(desk, recipients, invite, changes);
    this.pool = new KeyPackagePool(desk);
    this.welcomes = new Welcomes(desk, keepUp);
    this.lineage = new Lineage(desk);
    this.succeed =
        new Succeed(desk, lineage, keepUp, recipients, invite, openConversation, welcomes, outbox);
  }

  /** Everything plain HTTP can bring up to date; refused or unreachable when it could not. */
  Progress sync() {
    keepCertified();
    Answer<Integer> filled = pool.replenish();
    if (!(filled instanceof Answer.Done<Integer>)) {
      return Progress.failure(filled).orElseThrow();
    }
    welcomes.fetch();
    for (ConversationId id : desk.store().read(Pending::commits)) {
      Progress resumed = changes.resume(id);
      if (resumed instanceof Progress.Unreachable) {
        return resumed;
      }
    }
    Answer<List<Conversation>> visible = desk.conversations().conversations();
    if (!(visible instanceof Answer.Done<List<Conversation>>(List<Conversation> all))) {
      return Progress.failure(visible).orElseThrow();
    }
    for (Conversation conversation : all) {
      Progress brought = keepUp.bring(conversation);
      if (brought instanceof Progress.Unreachable) {
        return brought;
      }
    }
    return joinThenSend(all);
  }

  /** What fails is tried again with the next look; an ended certificate is refused meanwhile. */
  private void keepCertified() {
    if (desk.device().needsRenewal()
        && certificates.renew(desk.device().enrolled())
            instanceof Answer.Done<EnrolledDevice>(EnrolledDevice renewed)) {
      desk.device().renewed(renewed);
    }
  }

  private Progress joinThenSend(List<Conversation> visible) {
    Answer<List<Joinable>> joinable = desk.conversations().joinable();
    if (!(joinable instanceof Answer.Done<List<Joinable>>(List<Joinable> open))) {
      return Progress.failure(joinable).orElseThrow();
    }
    Set<ConversationId> in = new HashSet<>();
    visible.forEach(one -> in.add(one.id()));
    for (Joinable one : open) {
      if (keepUp.enter(one.id()).isUpToDate()) {
        in.add(one.id());
      }
    }
    leaveOthers(in);
    var _ = succeed.tend();
    Progress flushed = flush();
    desk.acknowledgements().flush();
    return flushed;
  }

  /** Conversations the server shows us no more: we are out, whether or not we saw the commit. */
  private void leaveOthers(Set<ConversationId> in) {
    for (StoredConversation known : desk.store().read(StoredConversation::all)) {
      if (known.active() && !in.contains(known.id()) && !isNew(known.id())) {
        desk.store().change(transaction -> known.left().save(transaction));
        desk.notices().add(new Notice.Left(known.id()));
      }
    }
  }

  /** Made since the list was asked for. */
  private boolean isNew(ConversationId id) {
    return desk.conversations().conversation(id) instanceof Answer.Done<?>;
  }

  /** Sends what waits and commits what was proposed, conversation by conversation. */
  Progress flush() {
    Progress worst = new Progress.UpToDate();
    for (ConversationId id : desk.store().read(Pending::messages)) {
      Progress sent = outbox.flush(id);
      worst = sent instanceof Progress.Unreachable ? sent : worst;
    }
    for (StoredConversation known : desk.store().read(StoredConversation::all)) {
      if (known.active() && !known.closed() && proposals.areWaiting(known.id())) {
        Progress committed = proposals.commit(known.id());
        worst = committed instanceof Progress.Unreachable ? committed : worst;
      }
    }
    return worst;
  }

  /** The stream has given everything that was missed. */
  void caughtUp() {
    desk.acknowledgements().flush();
    var _ = flush();
  }

  /** What stayed undone: nothing is asked of the server when nothing did. */
  Progress retry() {
    keepCertified();
    for (ConversationId id : desk.store().read(Pending::commits)) {
      Progress resumed = changes.resume(id);
      if (resumed instanceof Progress.Unreachable) {
        return resumed;
      }
    }
    for (StoredConversation known : desk.store().read(StoredConversation::all)) {
      if (known.active() && !keepUp.isFresh(known.id())) {
        Progress brought = keepUp.bring(known.id());
        if (brought instanceof Progress.Unreachable) {
          return brought;
        }
      }
    }
    var _ = succeed.tend();
    return flush();
  }

  /** What a closed conversation holds back goes on, then everything that waits. */
  void goOn() {
    var _ = succeed.tend();
    var _ = flush();
  }

  void resync(ConversationId id) {
    var _ = keepUp.resync(id);
  }

  void take(Entry entry) {
    var _ = keepUp.take(entry);
  }

  void take(Welcome welcome) {
    var _ = welcomes.take(welcome);
  }

  /** The roster moved. */
  void refresh(ConversationId id) {
    var _ = keepUp.look(id);
  }

  Pause pause() {
    return desk.pause();
  }

  boolean hasWaiting(ConversationId id) {
    return desk.store().read(reader -> !Outbox.waiting(reader, id).isEmpty());
  }
}

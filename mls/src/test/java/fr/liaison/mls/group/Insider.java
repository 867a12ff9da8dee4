package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.LeafNodeSource;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Commit;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.WireFormat;
import fr.liaison.mls.tree.UpdatePath;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A member gone bad: damages what she sends and then signs it, so that it gets past the door. */
record Insider(Scene.Person person, Group group, List<Bytes> genuine) {
  /** Whatever comes of it must be an outcome; the caller sees anything that is thrown. */
  static void attack(
      Insider insider, Group victim, PublicGroup server, Mutations mutations, Random random) {
    Bytes one = insider.genuine.get(random.nextInt(insider.genuine.size()));
    try {
      switch (Scene.parse(one)) {
        case MlsMessage.Public open -> insider.handshake(open, victim, server, mutations);
        case MlsMessage.Info info -> insider.info(info.groupInfo(), server, mutations);
        case MlsMessage.Keys keys -> insider.keys(keys.keyPackage(), victim, mutations);
        case MlsMessage.Private ignored -> {}
        case MlsMessage.Welcoming ignored -> {}
      }
    } catch (Malformed expected) {
      // The damage went too deep to be signed.
    }
  }

  private void handshake(
      MlsMessage.Public open, Group victim, PublicGroup server, Mutations mutations)
      throws Malformed {
    FramedContent framed =
        TlsReader.whole(mutations.of(open.message().framed().encoded()), FramedContent::read);
    if (framed.content() instanceof Content.Committed(Commit commit) && commit.path() != null) {
      LeafNode leaf = placed(commit.path().leafNode());
      framed =
          new FramedContent(
              framed.groupId(),
              framed.epoch(),
              framed.sender(),
              framed.authenticatedData(),
              new Content.Committed(
                  new Commit(commit.proposals(), new UpdatePath(leaf, commit.path().nodes()))));
    }
    CipherSuite suite = person.suite();
    Bytes context = group.context().encoded();
    AuthenticatedContent signed =
        AuthenticatedContent.signed(
            suite, person.key(), WireFormat.PUBLIC_MESSAGE, framed, context);
    if (framed.content() instanceof Content.Committed) {
      signed = signed.confirmed(Bytes.wrap(new byte[32]));
    }
    Bytes tag = signed.membershipTag(suite, group.state().secrets().membership(), context);
    PublicMessage message = PublicMessage.of(signed, tag);
    server.follow(message);
    Received received = victim.receive(new MlsMessage.Public(message));
    if (received instanceof Received.Proposed proposed) {
      // What was let in must not keep the victim from committing.
      Scene.ready(proposed.next().commit(CommitRequest.of()));
    }
  }

  private void info(GroupInfo genuineInfo, PublicGroup server, Mutations mutations)
      throws Malformed {
    GroupInfo info = TlsReader.whole(mutations.of(genuineInfo.encoded()), GroupInfo::read);
    GroupInfo signed =
        GroupInfo.signed(
            person.suite(),
            person.key(),
            info.context(),
            info.extensions(),
            info.confirmationTag(),
            group.ownLeaf());
    server.check(signed);
    PublicGroup.open(signed, Optional.empty(), Scene.ANYBODY);
    Group.joinExternally(person.client(), person.keyPackage(), signed, Optional.empty());
  }

  private void keys(KeyPackage genuinePackage, Group victim, Mutations mutations) throws Malformed {
    KeyPackage read = TlsReader.whole(mutations.of(genuinePackage.encoded()), KeyPackage::read);
    LeafNode leaf = read.leafNode();
    if (!(leaf.source() instanceof LeafNodeSource.KeyPackaged(var lifetime))) {
      return;
    }
    Scene.Person eve = Scene.person(person.suite(), "eve");
    KeyPackage signed =
        KeyPackage.signed(
            person.suite(),
            eve.key(),
            read.initKey(),
            LeafNode.packaged(
                person.suite(), eve.key(), leaf.encryptionKey(), leaf.identity(), lifetime),
            read.extensions());
    if (victim.commit(CommitRequest.of(new Proposal.Add(signed)))
        instanceof Committing.Ready(PendingCommit pending)) {
      // Whoever was let in can be sealed to.
      Scene.commit(pending.adopt(victim));
    }
  }

  private LeafNode placed(LeafNode leaf) {
    return LeafNode.placed(
        person.suite(),
        person.key(),
        leaf.encryptionKey(),
        leaf.identity(),
        leaf.source(),
        new LeafNode.Place(group.groupId(), group.ownLeaf()));
  }
}

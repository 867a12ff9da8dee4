package fr.liaison.acceptance.hostile;

import static fr.liaison.acceptance.javaclient.BareDevice.SUITE;

import fr.liaison.acceptance.javaclient.BareDevice;
import fr.liaison.client.group.Wire;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.HpkeCiphertext;
import fr.liaison.mls.group.CommitRequest;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.leaf.Extension;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Commit;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.ProposalOrRef;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Welcome;
import fr.liaison.mls.message.WireFormat;
import fr.liaison.mls.tree.Node;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that exists once, ten thousand times. */
public final class Crowd {
  private static final int MANY = 10_000;
  private static final fr.liaison.mls.codec.Bytes HASH =
      fr.liaison.mls.codec.Bytes.wrap(new byte[32]);

  private Crowd() {}

  /** A Welcome for so many, in a few bytes each. */
  public static Bytes emptyInvitations() {
    return welcome(fr.liaison.mls.codec.Bytes.EMPTY);
  }

  /** A Welcome for so many, as large as such invitations are. */
  public static Bytes invitations() {
    return welcome(HASH);
  }

  private static Bytes welcome(fr.liaison.mls.codec.Bytes part) {
    Welcome.Invitation one = new Welcome.Invitation(part, new HpkeCiphertext(part, part));
    return Wire.json(
        new MlsMessage.Welcoming(new Welcome(SUITE.id(), Collections.nCopies(MANY, one), HASH))
            .encoded());
  }

  /** A GroupInfo whose tree has room for so many and holds its maker at either end. */
  public static Bytes wide(BareDevice device, Group group) {
    return groupInfo(device, group, node -> node == 0 || node == 2 * MANY - 2);
  }

  /** A GroupInfo whose tree holds so many. */
  public static Bytes full(BareDevice device, Group group) {
    return groupInfo(device, group, node -> node % 2 == 0);
  }

  private static Bytes groupInfo(BareDevice device, Group group, IntPredicate taken) {
    Node leaf = new Node.Leaf(device.keyPackage().keyPackage().leafNode());
    List<Integer> nodes = IntStream.range(0, 2 * MANY - 1).boxed().toList();
    fr.liaison.mls.codec.Bytes tree =
        new TlsWriter()
            .vector(nodes, (out, node) -> out.optional(taken.test(node) ? leaf : null))
            .bytes();
    GroupInfo info =
        GroupInfo.signed(
            SUITE,
            device.key(),
            group.context(),
            Extensions.of(new Extension(ExtensionType.RATCHET_TREE, tree)),
            HASH,
            0);
    return Wire.json(new MlsMessage.Info(info).encoded());
  }

  /** Commits that remove, refer to or add so many, signed by a member. */
  public static List<Bytes> commits(BareDevice device, Group group) {
    Proposal adding = new Proposal.Add(device.keyPackage().keyPackage());
    return Stream.<List<ProposalOrRef>>of(
            IntStream.range(0, MANY).mapToObj(Crowd::removing).toList(),
            Collections.nCopies(MANY, removing(1)),
            Collections.nCopies(MANY, new ProposalOrRef.Reference(HASH)),
            Collections.nCopies(MANY, new ProposalOrRef.Inline(adding)))
        .map(proposals -> commit(device, group, proposals))
        .toList();
  }

  private static ProposalOrRef removing(int leaf) {
    return new ProposalOrRef.Inline(new Proposal.Remove(leaf));
  }

  private static Bytes commit(BareDevice device, Group group, List<ProposalOrRef> proposals) {
    FramedContent genuine =
        ((MlsMessage.Public)
                BareDevice.parse(BareDevice.commit(group, CommitRequest.of()).commit()))
            .message()
            .framed();
    Commit commit = ((Content.Committed) genuine.content()).commit();
    FramedContent crowded =
        new FramedContent(
            genuine.groupId(),
            genuine.epoch(),
            genuine.sender(),
            genuine.authenticatedData(),
            new Content.Committed(new Commit(proposals, commit.path())));
    AuthenticatedContent signed =
        AuthenticatedContent.signed(
                SUITE, device.key(), WireFormat.PUBLIC_MESSAGE, crowded, group.context().encoded())
            .confirmed(HASH);
    return Wire.json(new MlsMessage.Public(PublicMessage.of(signed, HASH)).encoded());
  }
}

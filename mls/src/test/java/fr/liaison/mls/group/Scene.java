package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.leaf.Capabilities;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.Lifetime;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Welcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Clients with basic credentials that believe each other, and short ways to read outcomes. */
public final class Scene {
  public static final CipherSuite SUITE = CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519;

  /** Accepts every basic credential; the same identity is the same client. */
  public static final CredentialValidator ANYBODY =
      new CredentialValidator() {
        @Override
        public boolean accepts(Credential credential, Bytes signatureKey) {
          return true;
        }

        @Override
        public boolean acceptsSuccessor(LeafNode before, LeafNode after) {
          return before.credential().equals(after.credential());
        }
      };

  private Scene() {}

  /** Somebody with a key of their own. */
  public record Person(
      CipherSuite suite, SignatureKeyPair key, LeafNode.Identity identity, Client client) {
    public OwnKeyPackage keyPackage() {
      return OwnKeyPackage.generate(
          suite, key, identity, Lifetime.from(Instant.now(), Duration.ofDays(30)));
    }

    public Group create(String groupId, ExternalSender... senders) {
      Extensions extensions =
          senders.length == 0
              ? Extensions.NONE
              : Extensions.of(ExternalSender.extension(java.util.List.of(senders)));
      return Group.create(client, text(groupId), keyPackage(), extensions);
    }

    public Person with(PreSharedKeys known) {
      return new Person(suite, key, identity, client.with(known));
    }
  }

  public static Person person(String name) {
    return person(SUITE, name);
  }

  public static Person person(CipherSuite suite, String name) {
    SignatureKeyPair key = SignatureKeyPair.generate(suite);
    LeafNode.Identity identity =
        new LeafNode.Identity(
            new Credential.Basic(text(name)),
            Capabilities.of(suite, Credential.BASIC),
            Extensions.NONE);
    return new Person(suite, key, identity, Client.of(key, ANYBODY));
  }

  public static Bytes text(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static PendingCommit ready(Committing outcome) {
    assertThat(outcome).isInstanceOf(Committing.Ready.class);
    return ((Committing.Ready) outcome).pending();
  }

  public static PendingCommit commit(Group group, Proposal... proposals) {
    return ready(group.commit(CommitRequest.of(proposals)));
  }

  public static Proposal add(OwnKeyPackage one) {
    return new Proposal.Add(one.keyPackage());
  }

  public static Group join(Person person, OwnKeyPackage own, PendingCommit commit) {
    Joining outcome =
        Group.join(person.client(), own, welcome(commit.welcome().orElseThrow()), Optional.empty());
    assertThat(outcome).isInstanceOf(Joining.Joined.class);
    return ((Joining.Joined) outcome).group();
  }

  public static Group committed(Received outcome) {
    assertThat(outcome).isInstanceOf(Received.Committed.class);
    return ((Received.Committed) outcome).next();
  }

  public static Received.Message message(Received outcome) {
    assertThat(outcome).isInstanceOf(Received.Message.class);
    return (Received.Message) outcome;
  }

  public static Sending.Sealed sealed(Sending outcome) {
    assertThat(outcome).isInstanceOf(Sending.Sealed.class);
    return (Sending.Sealed) outcome;
  }

  public static Sending.Sealed send(Group group, String text) {
    return sealed(group.send(text(text), Bytes.EMPTY));
  }

  public static PublicGroup open(Bytes groupInfo) {
    Opening outcome = PublicGroup.open(groupInfo(groupInfo), Optional.empty(), ANYBODY);
    assertThat(outcome).isInstanceOf(Opening.Opened.class);
    return ((Opening.Opened) outcome).group();
  }

  public static Following.Advanced advanced(Following outcome) {
    assertThat(outcome).isInstanceOf(Following.Advanced.class);
    return (Following.Advanced) outcome;
  }

  public static Group reloaded(Person person, Group group) {
    try {
      return Group.restore(person.client(), group.serialized());
    } catch (Malformed e) {
      throw new AssertionError("a state must read what it wrote", e);
    }
  }

  public static Welcome welcome(Bytes message) {
    return ((MlsMessage.Welcoming) parse(message)).welcome();
  }

  public static GroupInfo groupInfo(Bytes message) {
    return ((MlsMessage.Info) parse(message)).groupInfo();
  }

  public static PublicMessage publicMessage(Bytes message) {
    return ((MlsMessage.Public) parse(message)).message();
  }

  public static MlsMessage parse(Bytes message) {
    try {
      return MlsMessage.parse(message);
    } catch (Malformed e) {
      throw new AssertionError("not readable", e);
    }
  }
}

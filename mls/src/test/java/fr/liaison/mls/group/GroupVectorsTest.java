package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.HpkeKeyPair;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.KeyPackage;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.ProtocolVersion;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.GroupSecrets;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.message.Welcome;
import fr.liaison.mls.message.WireFormat;
import fr.liaison.mls.schedule.JoinerSecret;
import fr.liaison.mls.schedule.RatchetLimits;
import fr.liaison.mls.schedule.SecretTree;
import fr.liaison.mls.vectors.Vectors;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GroupVectorsTest {
  /** The vectors' credentials are of all kinds; who may replace whom is not their subject. */
  private static final CredentialValidator EVERYBODY =
      new CredentialValidator() {
        @Override
        public boolean accepts(Credential credential, Bytes signatureKey) {
          return true;
        }

        @Override
        public boolean acceptsSuccessor(LeafNode before, LeafNode after) {
          return true;
        }
      };

  @TestFactory
  Stream<DynamicTest> messageProtection() throws IOException {
    return Vectors.eachSuite(
        "message-protection",
        (suite, vector) -> {
          protection(suite, vector, "proposal");
          protection(suite, vector, "commit");
          protection(suite, vector, "application");
        });
  }

  private static void protection(CipherSuite suite, JsonNode vector, String kind) throws Exception {
    Bytes context =
        new GroupContext(
                ProtocolVersion.MLS10,
                suite.id(),
                Vectors.bytes(vector, "group_id"),
                vector.get("epoch").asLong(),
                Vectors.bytes(vector, "tree_hash"),
                Vectors.bytes(vector, "confirmed_transcript_hash"),
                Extensions.NONE)
            .encoded();
    Bytes key = Vectors.bytes(vector, "signature_pub");
    SecretTree keys = SecretTree.of(suite, 2, Vectors.secret(vector, "encryption_secret"));
    Secret senderData = Vectors.secret(vector, "sender_data_secret");
    MlsMessage.Private sealed =
        (MlsMessage.Private) MlsMessage.parse(Vectors.bytes(vector, kind + "_priv"));

    PrivateFraming.Opened opened =
        PrivateFraming.unwrap(suite, keys, senderData, sealed.message(), RatchetLimits.DEFAULT);

    assertThat(opened.content().isSigned(suite, key, context)).isTrue();
    assertThat(content(opened.content())).isEqualTo(Vectors.bytes(vector, kind));
    if (!kind.equals("application")) {
      PublicMessage open = Scene.publicMessage(Vectors.bytes(vector, kind + "_pub"));
      assertThat(open.authenticated().isSigned(suite, key, context)).isTrue();
      assertThat(
              open.authenticated()
                  .hasMembershipTag(
                      suite,
                      Vectors.secret(vector, "membership_key"),
                      context,
                      Objects.requireNonNull(open.membershipTag())))
          .isTrue();
      assertThat(content(open.authenticated())).isEqualTo(Vectors.bytes(vector, kind));
    }
    ours(suite, vector, opened.content().framed().content(), context, keys, senderData);
  }

  /** What we seal for that epoch opens again under the same secrets. */
  private static void ours(
      CipherSuite suite,
      JsonNode vector,
      Content content,
      Bytes context,
      SecretTree keys,
      Secret senderData)
      throws Exception {
    FramedContent framed =
        new FramedContent(
            Vectors.bytes(vector, "group_id"),
            vector.get("epoch").asLong(),
            new Sender.Member(1),
            Bytes.EMPTY,
            content);
    AuthenticatedContent signed =
        AuthenticatedContent.signed(
            suite,
            SignatureKeyPair.of(suite, Vectors.secret(vector, "signature_priv")),
            WireFormat.PRIVATE_MESSAGE,
            framed,
            context);
    if (content instanceof Content.Committed) {
      signed = signed.confirmed(Bytes.wrap(new byte[32]));
    }
    PrivateFraming.Sealed sealed =
        PrivateFraming.wrap(suite, keys, senderData, 1, signed, PaddingPolicy.BUCKETS);
    PrivateFraming.Opened opened =
        PrivateFraming.unwrap(
            suite,
            keys,
            senderData,
            ((MlsMessage.Private) Scene.parse(sealed.message())).message(),
            RatchetLimits.DEFAULT);
    assertThat(opened.content()).isEqualTo(signed);
  }

  /** The application vector is the bare data, the others are encoded. */
  private static Bytes content(AuthenticatedContent content) {
    return switch (content.framed().content()) {
      case Content.Application(Bytes data) -> data;
      case Content.Proposed proposed -> proposed.encoded();
      case Content.Committed committed -> committed.encoded();
    };
  }

  @TestFactory
  Stream<DynamicTest> welcome() throws IOException {
    return Vectors.eachSuite(
        "welcome",
        (suite, vector) -> {
          KeyPackage keyPackage = keyPackage(vector);
          Welcome welcome = Scene.welcome(Vectors.bytes(vector, "welcome"));
          Welcome.Invitation invitation =
              welcome.invitationFor(keyPackage.reference(suite)).orElseThrow();
          Secret encoded =
              suite.decryptWithLabel(
                  new HpkeKeyPair(keyPackage.initKey(), Vectors.secret(vector, "init_priv")),
                  "Welcome",
                  welcome.encryptedGroupInfo(),
                  invitation.sealed());
          GroupSecrets secrets = TlsReader.whole(encoded.array(), GroupSecrets::read);
          JoinerSecret joiner =
              JoinerSecret.received(suite, secrets.joinerSecret(), Secret.zero(suite.hashLength()));
          GroupInfo info =
              TlsReader.whole(
                  Welcoming.openInfo(suite, joiner.welcome(), welcome.encryptedGroupInfo()),
                  GroupInfo::read);

          assertThat(info.isSigned(suite, Vectors.bytes(vector, "signer_pub"))).isTrue();
          assertThat(
                  joiner
                      .epoch(info.context().encoded())
                      .confirmationTag(suite, info.context().confirmedTranscriptHash()))
              .isEqualTo(info.confirmationTag());
        });
  }

  @TestFactory
  Stream<DynamicTest> passiveClientWelcome() throws IOException {
    return Vectors.eachSuite("passive-client-welcome", GroupVectorsTest::follow);
  }

  @TestFactory
  Stream<DynamicTest> passiveClientHandlingCommit() throws IOException {
    return Vectors.eachSuite("passive-client-handling-commit", GroupVectorsTest::follow);
  }

  @TestFactory
  Stream<DynamicTest> passiveClientRandom() throws IOException {
    return Vectors.eachSuite("passive-client-random", GroupVectorsTest::follow);
  }

  @TestFactory
  Stream<DynamicTest> passiveClientOfTheWebLibrary() throws IOException {
    return Vectors.eachOwn("ts-mls-passive-client", GroupVectorsTest::follow);
  }

  @TestFactory
  Stream<DynamicTest> passiveClientOfThisLibrary() throws IOException {
    return Vectors.eachOwn("java-passive-client", GroupVectorsTest::follow);
  }

  private static void follow(CipherSuite suite, JsonNode vector) throws Exception {
    KeyPackage keyPackage = keyPackage(vector);
    OwnKeyPackage own =
        new OwnKeyPackage(
            keyPackage,
            new HpkeKeyPair(keyPackage.initKey(), Vectors.secret(vector, "init_priv")),
            new HpkeKeyPair(
                keyPackage.leafNode().encryptionKey(), Vectors.secret(vector, "encryption_priv")));
    Client client =
        Client.of(SignatureKeyPair.of(suite, Vectors.secret(vector, "signature_priv")), EVERYBODY)
            .with(keys(vector));
    Joining joined =
        Group.join(
            client,
            own,
            Scene.welcome(Vectors.bytes(vector, "welcome")),
            vector.get("ratchet_tree").isNull()
                ? Optional.empty()
                : Optional.of(Vectors.bytes(vector, "ratchet_tree")));
    assertThat(joined).isInstanceOf(Joining.Joined.class);
    Group group = ((Joining.Joined) joined).group();
    assertThat(group.epochAuthenticator())
        .isEqualTo(Vectors.bytes(vector, "initial_epoch_authenticator"));
    for (JsonNode epoch : vector.get("epochs")) {
      for (JsonNode proposal : epoch.get("proposals")) {
        Received received = group.receive(Bytes.fromHex(proposal.asText()));
        assertThat(received).isInstanceOf(Received.Proposed.class);
        group = Group.restore(client, ((Received.Proposed) received).next().serialized());
      }
      Group before = group;
      group = Scene.committed(group.receive(Vectors.bytes(epoch, "commit")));
      assertThat(group.epochAuthenticator()).isEqualTo(Vectors.bytes(epoch, "epoch_authenticator"));
      before.retire(group);
      group = Group.restore(client, group.serialized());
    }
  }

  private static KeyPackage keyPackage(JsonNode vector) throws Exception {
    return ((MlsMessage.Keys) MlsMessage.parse(Vectors.bytes(vector, "key_package"))).keyPackage();
  }

  private static PreSharedKeys keys(JsonNode vector) {
    Map<Bytes, Secret> known = new HashMap<>();
    for (JsonNode psk : vector.get("external_psks")) {
      known.put(Vectors.bytes(psk, "psk_id"), Vectors.secret(psk, "psk"));
    }
    return new PreSharedKeys() {
      @Override
      public Optional<Secret> external(Bytes id) {
        return Optional.ofNullable(known.get(id));
      }

      @Override
      public Optional<Predecessor> resumption(Bytes groupId, long epoch) {
        return Optional.empty();
      }
    };
  }
}

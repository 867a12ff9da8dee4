package fr.liaison.mls.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.ProtocolVersion;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.PreSharedKeyId;
import fr.liaison.mls.vectors.Vectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ScheduleVectorsTest {
  @TestFactory
  Stream<DynamicTest> keySchedule() throws IOException {
    return Vectors.eachSuite(
        "key-schedule",
        (suite, vector) -> {
          Secret init = Vectors.secret(vector, "initial_init_secret");
          long number = 0;
          for (JsonNode epoch : vector.get("epochs")) {
            init = epoch(suite, vector, epoch, init, number++);
          }
        });
  }

  private static Secret epoch(
      CipherSuite suite, JsonNode vector, JsonNode epoch, Secret init, long number) {
    Bytes context =
        new GroupContext(
                ProtocolVersion.MLS10,
                suite.id(),
                Vectors.bytes(vector, "group_id"),
                number,
                Vectors.bytes(epoch, "tree_hash"),
                Vectors.bytes(epoch, "confirmed_transcript_hash"),
                Extensions.NONE)
            .encoded();
    assertThat(context).isEqualTo(Vectors.bytes(epoch, "group_context"));

    JoinerSecret joiner =
        JoinerSecret.derive(
            suite,
            init,
            Vectors.secret(epoch, "commit_secret"),
            Vectors.secret(epoch, "psk_secret"),
            context);
    EpochSecrets secrets = joiner.epoch(context);

    assertThat(joiner.joiner()).isEqualTo(Vectors.secret(epoch, "joiner_secret"));
    assertThat(joiner.welcome()).isEqualTo(Vectors.secret(epoch, "welcome_secret"));
    assertThat(secrets.init()).isEqualTo(Vectors.secret(epoch, "init_secret"));
    assertThat(secrets.senderData()).isEqualTo(Vectors.secret(epoch, "sender_data_secret"));
    assertThat(secrets.encryption()).isEqualTo(Vectors.secret(epoch, "encryption_secret"));
    assertThat(secrets.exporter()).isEqualTo(Vectors.secret(epoch, "exporter_secret"));
    assertThat(secrets.authenticator()).isEqualTo(Vectors.secret(epoch, "epoch_authenticator"));
    assertThat(secrets.external()).isEqualTo(Vectors.secret(epoch, "external_secret"));
    assertThat(secrets.confirmation()).isEqualTo(Vectors.secret(epoch, "confirmation_key"));
    assertThat(secrets.membership()).isEqualTo(Vectors.secret(epoch, "membership_key"));
    assertThat(secrets.resumption()).isEqualTo(Vectors.secret(epoch, "resumption_psk"));
    assertThat(secrets.externalKeyPair(suite).publicKey())
        .isEqualTo(Vectors.bytes(epoch, "external_pub"));
    JsonNode exporter = epoch.get("exporter");
    assertThat(
            secrets.export(
                suite,
                exporter.get("label").asText(),
                Vectors.bytes(exporter, "context").array(),
                exporter.get("length").asInt()))
        .isEqualTo(Vectors.secret(exporter, "secret"));
    return secrets.init();
  }

  @TestFactory
  Stream<DynamicTest> pskSecret() throws IOException {
    return Vectors.eachSuite(
        "psk_secret",
        (suite, vector) -> {
          List<PskSecret.Input> inputs = new ArrayList<>();
          for (JsonNode psk : vector.get("psks")) {
            inputs.add(
                new PskSecret.Input(
                    new PreSharedKeyId(
                        new PreSharedKeyId.External(Vectors.bytes(psk, "psk_id")),
                        Vectors.bytes(psk, "psk_nonce")),
                    Vectors.secret(psk, "psk")));
          }
          assertThat(PskSecret.of(suite, inputs)).isEqualTo(Vectors.secret(vector, "psk_secret"));
        });
  }

  @TestFactory
  Stream<DynamicTest> secretTree() throws IOException {
    return Vectors.eachSuite(
        "secret-tree",
        (suite, vector) -> {
          senderData(suite, vector.get("sender_data"));
          JsonNode leaves = vector.get("leaves");
          SecretTree tree =
              SecretTree.of(suite, leaves.size(), Vectors.secret(vector, "encryption_secret"));
          for (int leaf = 0; leaf < leaves.size(); leaf++) {
            for (JsonNode generation : leaves.get(leaf)) {
              tree = generation(tree, leaf, generation, SecretTree.Kind.HANDSHAKE, "handshake");
              tree = generation(tree, leaf, generation, SecretTree.Kind.APPLICATION, "application");
            }
          }
        });
  }

  private static SecretTree generation(
      SecretTree tree, int leaf, JsonNode generation, SecretTree.Kind kind, String name)
      throws Exception {
    SecretTree.Taken taken =
        tree.take(leaf, kind, generation.get("generation").asLong(), RatchetLimits.DEFAULT);
    assertThat(taken.key().key()).isEqualTo(Vectors.secret(generation, name + "_key"));
    assertThat(taken.key().nonce()).isEqualTo(Vectors.secret(generation, name + "_nonce"));
    return taken.next();
  }

  private static void senderData(CipherSuite suite, JsonNode vector) {
    Secret secret = Vectors.secret(vector, "sender_data_secret");
    byte[] ciphertext = Vectors.bytes(vector, "ciphertext").array();
    assertThat(SenderData.key(suite, secret, ciphertext)).isEqualTo(Vectors.secret(vector, "key"));
    assertThat(SenderData.nonce(suite, secret, ciphertext))
        .isEqualTo(Vectors.bytes(vector, "nonce").array());
  }

  @TestFactory
  Stream<DynamicTest> transcriptHashes() throws IOException {
    return Vectors.eachSuite(
        "transcript-hashes",
        (suite, vector) -> {
          AuthenticatedContent commit =
              TlsReader.whole(
                  Vectors.bytes(vector, "authenticated_content"), AuthenticatedContent::read);
          Bytes confirmed =
              TranscriptHash.confirmed(
                  suite, Vectors.bytes(vector, "interim_transcript_hash_before"), commit);
          Bytes tag = Objects.requireNonNull(commit.auth().confirmationTag());
          assertThat(confirmed).isEqualTo(Vectors.bytes(vector, "confirmed_transcript_hash_after"));
          assertThat(TranscriptHash.interim(suite, confirmed, tag))
              .isEqualTo(Vectors.bytes(vector, "interim_transcript_hash_after"));
          assertThat(
                  Bytes.wrap(
                      suite.mac(Vectors.secret(vector, "confirmation_key"), confirmed.array())))
              .isEqualTo(tag);
        });
  }
}

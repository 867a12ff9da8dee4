package fr.liaison.mls.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.tree.RatchetTree;
import fr.liaison.mls.vectors.Vectors;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MessageVectorsTest {
  @TestFactory
  Stream<DynamicTest> messages() throws IOException {
    return Vectors.each(
        "messages",
        vector -> {
          for (String message :
              new String[] {
                "mls_welcome",
                "mls_group_info",
                "mls_key_package",
                "public_message_application",
                "public_message_proposal",
                "public_message_commit",
                "private_message"
              }) {
            roundTrip(vector, message, MlsMessage::read);
          }
          roundTrip(
              vector,
              "ratchet_tree",
              in -> RatchetTree.read(CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519, in));
          roundTrip(vector, "commit", Commit::read);
          roundTrip(vector, "group_secrets", MessageVectorsTest::secrets);
          proposals(vector);
        });
  }

  private static Encodable secrets(TlsReader in) throws fr.liaison.mls.codec.Malformed {
    GroupSecrets secrets = GroupSecrets.read(in);
    return out -> out.raw(secrets.encoded().array());
  }

  private static void proposals(JsonNode vector) throws Exception {
    proposal(vector, "add_proposal", Proposal.ADD);
    proposal(vector, "update_proposal", Proposal.UPDATE);
    proposal(vector, "remove_proposal", Proposal.REMOVE);
    proposal(vector, "pre_shared_key_proposal", Proposal.PSK);
    proposal(vector, "re_init_proposal", Proposal.REINIT);
    proposal(vector, "external_init_proposal", Proposal.EXTERNAL_INIT);
    proposal(vector, "group_context_extensions_proposal", Proposal.GROUP_CONTEXT_EXTENSIONS);
  }

  /** The file has proposals without their type. */
  private static void proposal(JsonNode vector, String field, int type) throws Exception {
    Bytes typed = Bytes.fromHex(String.format("%04x", type) + vector.get(field).asText());
    assertThat(TlsReader.whole(typed, Proposal::read).encoded()).isEqualTo(typed);
  }

  private static void roundTrip(
      JsonNode vector, String field, TlsReader.Item<? extends Encodable> reader) throws Exception {
    Bytes given = Vectors.bytes(vector, field);
    assertThat(TlsReader.whole(given, reader).encoded()).as(field).isEqualTo(given);
  }
}

package fr.liaison.acceptance.commit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.javaclient.BareDevice;
import fr.liaison.client.id.ConversationId;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.group.PublicGroup;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.platform.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A conversation as the service's own database holds it, looked at behind its back. */
public final class StoredGroup implements AutoCloseable {
  private static final String OF_CONVERSATION = " where conversation_id = ?";

  private final Connection connection;
  private final ConversationId id;

  public StoredGroup(DatabaseAccess database, ConversationId id) throws SQLException {
    this.connection =
        DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
    this.id = id;
  }

  public long epoch() throws SQLException {
    return number("select epoch from conversation where id = ?");
  }

  public long lastSequence() throws SQLException {
    return number("select last_sequence from conversation where id = ?");
  }

  /** Everything that becomes true with a commit is there for each, and nothing for others. */
  public void assertNothingIsHalf() throws SQLException {
    long epoch = epoch();
    assertThat(number("select count(*) from entry" + OF_CONVERSATION)).isEqualTo(lastSequence());
    assertThat(number("select max(sequence) from entry" + OF_CONVERSATION))
        .isEqualTo(lastSequence());
    assertThat(
            number(
                "select count(distinct epoch) from entry"
                    + OF_CONVERSATION
                    + " and kind = 'commit'"))
        .isEqualTo(number("select count(*) from entry" + OF_CONVERSATION + " and kind = 'commit'"))
        .isEqualTo(epoch);
    assertThat(number("select max(epoch) + 1 from entry" + OF_CONVERSATION)).isEqualTo(epoch);
    assertThat(number("select epoch from group_state" + OF_CONVERSATION)).isEqualTo(epoch);
    assertThat(number("select epoch from group_info" + OF_CONVERSATION)).isEqualTo(epoch);
    assertThat(
            number(
                """
                select count(*) from welcome w
                join welcome_recipient r on r.welcome_id = w.id
                where w.conversation_id = ? and not exists (
                  select from member m join entry e
                    on e.conversation_id = m.conversation_id and e.sequence = m.first_sequence
                  where m.conversation_id = w.conversation_id and m.device_id = r.device_id
                    and m.left_sequence is null and e.sequence = w.sequence and e.kind = 'commit')
                """))
        .as("Welcomes for devices that no commit added")
        .isZero();
    assertTreeAndMembersAgree(epoch);
  }

  private void assertTreeAndMembersAgree(long epoch) throws SQLException {
    PublicGroup tracked = tracked();
    assertThat(tracked.epoch()).isEqualTo(epoch);
    assertThat(tracked.members().values().stream().map(LeafNode::signatureKey))
        .containsExactlyInAnyOrderElementsOf(
            bytes(
                """
                select k.signature_key from member m join known_device k using (device_id)
                where m.conversation_id = ? and m.left_sequence is null
                """));
    Bytes info = bytes("select payload from group_info" + OF_CONVERSATION).getFirst();
    assertThat(tracked.check(((MlsMessage.Info) BareDevice.parse(info)).groupInfo())).isEmpty();
  }

  private PublicGroup tracked() throws SQLException {
    try {
      return PublicGroup.restore(
          bytes("select payload from group_state" + OF_CONVERSATION).getFirst(),
          BareDevice.ANYBODY);
    } catch (Malformed damaged) {
      throw new AssertionError("the stored group cannot be read", damaged);
    }
  }

  private long number(String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, id.value());
      try (ResultSet found = query.executeQuery()) {
        assertThat(found.next()).isTrue();
        return found.getLong(1);
      }
    }
  }

  private List<Bytes> bytes(String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, id.value());
      List<Bytes> all = new ArrayList<>();
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          all.add(Bytes.wrap(found.getBytes(1)));
        }
      }
      return all;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package fr.liaison.conversation.stream;

import fr.liaison.conversation.log.EntryLog;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.welcome.WelcomeView;
import fr.liaison.conversation.welcome.Welcomes;
import fr.liaison.kit.database.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everything a stream reads from the database. */
@Singleton
class Positions {
  private static final String READ =
      """
      select m.conversation_id, m.first_sequence, m.left_sequence, m.delivered_up_to,
             m.dormant_since,
             c.epoch, c.last_sequence
      from member m join conversation c on c.id = m.conversation_id
      where m.device_id = $1
      """;

  private final Database database;
  private final EntryLog log;
  private final Welcomes welcomes;
  private final StreamConfig config;

  Positions(Database database, EntryLog log, Welcomes welcomes, StreamConfig config) {
    this.database = database;
    this.log = log;
    this.welcomes = welcomes;
    this.config = config;
  }

  /** Where the device stands in every conversation that may still have something for it. */
  List<Position> all(DeviceId device) {
    return database.read(
        reader ->
            reader.rows(
                Position::of,
                READ + " and (m.left_sequence is null or m.left_sequence > m.delivered_up_to)",
                device.value()));
  }

  Optional<Position> one(DeviceId device, ConversationId conversation) {
    return database.read(
        reader ->
            reader.first(
                Position::of,
                READ + " and m.conversation_id = $2",
                device.value(),
                conversation.value()));
  }

  List<EntryFrame> entries(ConversationId conversation, long after, long upTo) {
    return database
        .read(
            reader ->
                log.page(reader, conversation, after, upTo, config.page(), config.pageBytes()))
        .stream()
        .map(EntryFrame::of)
        .toList();
  }

  /** The next welcomes that wait, after those sent; empty when all were. */
  List<WelcomeView> welcomes(DeviceId device, Set<UUID> sent) {
    return database.read(reader -> welcomes.waiting(reader, device, sent));
  }
}

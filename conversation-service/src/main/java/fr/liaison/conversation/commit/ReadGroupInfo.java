package fr.liaison.conversation.commit;

import fr.liaison.conversation.commit.GroupInfos.GroupInfoView;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the current GroupInfo to the devices of those who take part, and leaves an act. */
@Singleton
public class ReadGroupInfo {
  private final Database database;
  private final Rosters rosters;
  private final GroupInfos groupInfos;
  private final AuditTrail audit;

  ReadGroupInfo(Database database, Rosters rosters, GroupInfos groupInfos, AuditTrail audit) {
    this.database = database;
    this.rosters = rosters;
    this.groupInfos = groupInfos;
    this.audit = audit;
  }

  /** Empty when the device's person does not take part. */
  public Optional<GroupInfoView> current(Requester requester, ConversationId conversation) {
    return database.inTransaction(
        transaction -> {
          if (!rosters.takesPart(transaction, conversation, requester.practitioner())) {
            return Optional.empty();
          }
          audit.record(transaction, requester.act("group-info.read").in(conversation.value()));
          return groupInfos.current(transaction, conversation);
        });
  }
}

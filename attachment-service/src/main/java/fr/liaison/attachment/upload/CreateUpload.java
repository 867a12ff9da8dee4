package fr.liaison.attachment.upload;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.ConversationId;
import fr.liaison.attachment.DeviceId;
import fr.liaison.attachment.member.Rosters;
import fr.liaison.attachment.upload.Uploads.Usage;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * Opens an upload for a conversation, within the device's quotas. The id is random: it is the only
 * name of the attachment and goes into the encrypted message.
 */
@ApplicationScoped
class CreateUpload {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LATER = Duration.ofMinutes(15);

  private final Database database;
  private final Uploads uploads;
  private final Rosters rosters;
  private final AuditTrail audit;
  private final UploadConfig config;

  CreateUpload(
      Database database, Uploads uploads, Rosters rosters, AuditTrail audit, UploadConfig config) {
    this.database = database;
    this.uploads = uploads;
    this.rosters = rosters;
    this.audit = audit;
    this.config = config;
  }

  /** The act describes who asks; it is recorded only when access is refused. */
  CreateOutcome create(DeviceId device, ConversationId conversation, long length, Act act) {
    long most = Math.min(config.maxSize().asLongValue(), config.bytesPerDevice().asLongValue());
    if (length > most) {
      return new CreateOutcome.TooLarge(most);
    }
    return database.inTransaction(
        transaction -> {
          if (!rosters.contains(transaction, conversation, device)) {
            audit.record(transaction, act.refused());
            return new CreateOutcome.NotAMember();
          }
          return within(transaction, device, conversation, length);
        });
  }

  private CreateOutcome within(
      Transaction transaction, DeviceId device, ConversationId conversation, long length) {
    Usage usage = uploads.usage(transaction, device, config.window());
    if (usage.open() >= config.openPerDevice()) {
      return new CreateOutcome.QuotaSpent(
          "requests", config.openPerDevice(), config.window(), SOON);
    }
    if (usage.announced() + length > config.bytesPerDevice().asLongValue()) {
      return new CreateOutcome.QuotaSpent(
          "content-bytes", config.bytesPerDevice().asLongValue(), config.window(), LATER);
    }
    AttachmentId id = new AttachmentId(UUID.randomUUID());
    uploads.create(transaction, id, conversation, device, length);
    return new CreateOutcome.Created(id);
  }
}

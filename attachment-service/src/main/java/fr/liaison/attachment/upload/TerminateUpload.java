package fr.liaison.attachment.upload;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.DeviceId;
import fr.liaison.attachment.blob.StoredObjects;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Ends an upload of the device's own, finished or not, unless a message already refers to it.
 * Access ends with the commit; the bytes are removed soon after. A device may withdraw what it sent
 * even after leaving the conversation.
 */
@ApplicationScoped
class TerminateUpload {
  private final Database database;
  private final Uploads uploads;
  private final StoredObjects objects;
  private final AuditTrail audit;

  TerminateUpload(Database database, Uploads uploads, StoredObjects objects, AuditTrail audit) {
    this.database = database;
    this.uploads = uploads;
    this.objects = objects;
    this.audit = audit;
  }

  /** How the request ended. */
  enum Outcome {
    TERMINATED,
    LINKED,
    ABSENT,
    GONE
  }

  Outcome terminate(DeviceId device, AttachmentId id, Act act) {
    return database.inTransaction(transaction -> decide(transaction, device, id, act));
  }

  private Outcome decide(Transaction transaction, DeviceId device, AttachmentId id, Act act) {
    Optional<Upload> found =
        uploads.lock(transaction, id).filter(upload -> upload.device().equals(device));
    if (found.isEmpty()) {
      return Outcome.ABSENT;
    }
    Upload upload = found.get();
    if (upload.state().isGone()) {
      return Outcome.GONE;
    }
    if (upload.linked()) {
      return Outcome.LINKED;
    }
    uploads.doom(transaction, id, "terminated");
    objects.doomAll(transaction, List.of(id));
    audit.record(transaction, act.in(upload.conversation().value()).with("reason", "terminated"));
    return Outcome.TERMINATED;
  }
}

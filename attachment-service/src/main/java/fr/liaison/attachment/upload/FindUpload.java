package fr.liaison.attachment.upload;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.DeviceId;
import fr.liaison.attachment.member.Rosters;
import fr.liaison.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Tells a device how far its own upload has come. Empty for anybody else's upload, and when the
 * device has left the conversation.
 */
@ApplicationScoped
class FindUpload {
  private final Database database;
  private final Uploads uploads;
  private final Rosters rosters;

  FindUpload(Database database, Uploads uploads, Rosters rosters) {
    this.database = database;
    this.uploads = uploads;
    this.rosters = rosters;
  }

  Optional<Upload> find(DeviceId device, AttachmentId id) {
    return database.read(
        reader ->
            uploads
                .find(reader, id)
                .filter(upload -> upload.device().equals(device))
                .filter(upload -> rosters.contains(reader, upload.conversation(), device)));
  }
}

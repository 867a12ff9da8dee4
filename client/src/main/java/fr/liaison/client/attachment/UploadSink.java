package fr.liaison.client.attachment;

import fr.liaison.client.id.AttachmentId;

/** Keeps the upload's name durable, so that it can go on after a restart. */
@FunctionalInterface
public interface UploadSink {
  void created(AttachmentId id);
}

package fr.liaison.conversation.log;

import fr.liaison.conversation.roster.DeviceId;
import java.time.Instant;

/** Where an entry stands, enough to repeat the answer its sender got. */
public record Place(
    EntryKind kind, long sequence, long epoch, DeviceId sender, Instant acceptedAt) {
  /** Whether it was this device that sent it, as such an entry. */
  public boolean isOf(EntryKind asKind, DeviceId device) {
    return kind == asKind && sender.equals(device);
  }
}

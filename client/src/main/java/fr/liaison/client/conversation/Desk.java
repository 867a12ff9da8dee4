package fr.liaison.client.conversation;

import fr.liaison.client.api.AttachmentApi;
import fr.liaison.client.api.ConversationApi;
import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.api.KeyPackageApi;
import fr.liaison.client.audit.KnownKeys;
import fr.liaison.client.card.Cards;
import fr.liaison.client.group.GroupDevice;
import fr.liaison.client.http.Pause;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.store.Store;
import java.time.InstantSource;

/** What the parts of the messenger share. */
record Desk(
    Store store,
    ConversationApi conversations,
    KeyPackageApi keyPackages,
    DirectoryApi directory,
    AttachmentApi attachments,
    KnownKeys knownKeys,
    Cards cards,
    GroupDevice device,
    Groups groups,
    Notices notices,
    Acknowledgements acknowledgements,
    Pause pause,
    InstantSource clock) {
  DeviceId self() {
    return device.enrolled().id();
  }
}

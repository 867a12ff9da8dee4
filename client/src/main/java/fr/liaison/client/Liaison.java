package fr.liaison.client;

import fr.liaison.client.api.AttachmentApi;
import fr.liaison.client.api.AuditApi;
import fr.liaison.client.api.ConversationApi;
import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.api.KeyPackageApi;
import fr.liaison.client.api.RegisterApi;
import fr.liaison.client.card.Cards;
import fr.liaison.client.conversation.BeginMessenger;
import fr.liaison.client.conversation.ConversationListener;
import fr.liaison.client.conversation.Messenger;
import fr.liaison.client.device.EnrolDevice;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.device.EnrolmentOutcome;
import fr.liaison.client.http.AccessTokens;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.HttpSettings;
import fr.liaison.client.store.Store;
import fr.liaison.client.stream.LiveStream;
import fr.liaison.client.stream.StreamConsumer;
import fr.liaison.client.stream.StreamSettings;
import java.net.URI;
import java.time.InstantSource;

/**
 * One account on one Liaison, with the local state of one device. Thread-safe. Closing it closes
 * the store; tokens come from {@code auth}.
 */
public final class Liaison implements AutoCloseable {
  private final URI origin;
  private final AccessTokens tokens;
  private final Store store;
  private final Http http;

  private Liaison(URI origin, AccessTokens tokens, Store store) {
    this.origin = origin;
    this.tokens = tokens;
    this.store = store;
    this.http = new Http(HttpSettings.of(origin), tokens);
  }

  public static Liaison at(URI origin, AccessTokens tokens, Store store) {
    return new Liaison(origin, tokens, store);
  }

  public DirectoryApi directory() {
    return new DirectoryApi(http);
  }

  public RegisterApi register() {
    return new RegisterApi(http);
  }

  public AuditApi audit() {
    return new AuditApi(http);
  }

  /** With what only a device may ask: what the log says of devices. */
  public AuditApi audit(EnrolledDevice device) {
    return new AuditApi(http.onDevice(device.id()));
  }

  public ConversationApi conversations(EnrolledDevice device) {
    return new ConversationApi(http.onDevice(device.id()));
  }

  public KeyPackageApi keyPackages(EnrolledDevice device) {
    return new KeyPackageApi(http.onDevice(device.id()));
  }

  public AttachmentApi attachments(EnrolledDevice device) {
    return new AttachmentApi(http.onDevice(device.id()));
  }

  /** Verified cards, by the root that this device pinned. */
  public Cards cards(EnrolledDevice device) {
    return new Cards(directory(), store, device.rootCertificate(), InstantSource.system());
  }

  public EnrolmentOutcome enrol(String deviceName) {
    return new EnrolDevice(directory(), store).enrol(deviceName);
  }

  /** Not running yet: give {@link LiveStream#run} a thread of its own. */
  public LiveStream stream(EnrolledDevice device, StreamConsumer consumer) {
    return new LiveStream(origin, device.id(), tokens, consumer, StreamSettings.standard());
  }

  /**
   * The conversations of this device: open, send, receive. There is one at a time for a store.
   *
   * @param listener hears what happens; {@link Messenger#start} or {@code sync} makes it happen
   */
  public Answer<Messenger> messenger(EnrolledDevice device, ConversationListener listener) {
    return new BeginMessenger(
            store,
            conversations(device),
            keyPackages(device),
            directory(),
            attachments(device),
            audit(device),
            cards(device))
        .begin(device, listener, consumer -> stream(device, consumer));
  }

  public Store store() {
    return store;
  }

  @Override
  public void close() {
    store.close();
  }
}

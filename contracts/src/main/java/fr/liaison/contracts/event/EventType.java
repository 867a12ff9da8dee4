package fr.liaison.contracts.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The closed list of events: Kafka topic, CloudEvents type and record. Wire names are never reused;
 * a new version of an event is a new constant.
 */
public enum EventType {
  PRACTITIONER_DEPARTED(
      Topic.PRACTITIONER, "fr.liaison.practitioner-departed.v1", PractitionerDeparted.class),
  PRACTITIONER_RETURNED(
      Topic.PRACTITIONER, "fr.liaison.practitioner-returned.v1", PractitionerReturned.class),
  PRACTITIONER_RENUMBERED(
      Topic.PRACTITIONER, "fr.liaison.practitioner-renumbered.v1", PractitionerRenumbered.class),
  PRACTITIONER_DELEGATED(
      Topic.PRACTITIONER, "fr.liaison.practitioner-delegated.v1", PractitionerDelegated.class),
  PRACTITIONER_DELEGATION_ENDED(
      Topic.PRACTITIONER,
      "fr.liaison.practitioner-delegation-ended.v1",
      PractitionerDelegationEnded.class),
  DEVICE_ENROLLED(Topic.DEVICE, "fr.liaison.device-enrolled.v1", DeviceEnrolled.class),
  DEVICE_REVOKED(Topic.DEVICE, "fr.liaison.device-revoked.v1", DeviceRevoked.class),
  DEVICE_USED(Topic.DEVICE, "fr.liaison.device-used.v1", DeviceUsed.class),
  ROSTER_CHANGED(Topic.CONVERSATION, "fr.liaison.roster-changed.v1", RosterChanged.class),
  ADMINS_CHANGED(Topic.CONVERSATION, "fr.liaison.admins-changed.v1", AdminsChanged.class),
  MEMBERS_DORMANT(Topic.CONVERSATION, "fr.liaison.members-dormant.v1", MembersDormant.class),
  MESSAGE_ACCEPTED(Topic.CONVERSATION, "fr.liaison.message-accepted.v1", MessageAccepted.class),
  REMOVAL_PROPOSED(Topic.CONVERSATION, "fr.liaison.removal-proposed.v1", RemovalProposed.class),
  RECEIPT_MOVED(Topic.CONVERSATION, "fr.liaison.receipt-moved.v1", ReceiptMoved.class),
  DEVICE_PRESENCE(Topic.CONVERSATION, "fr.liaison.device-presence.v1", DevicePresence.class),
  KEY_PACKAGES_LOW(Topic.CONVERSATION, "fr.liaison.key-packages-low.v1", KeyPackagesLow.class),
  ATTACHMENT_STORED(Topic.ATTACHMENT, "fr.liaison.attachment-stored.v1", AttachmentStored.class),
  ATTACHMENT_DELETED(Topic.ATTACHMENT, "fr.liaison.attachment-deleted.v1", AttachmentDeleted.class),
  ACT_RECORDED(Topic.AUDIT, "fr.liaison.act-recorded.v1", ActRecorded.class);

  private static final Map<String, EventType> BY_WIRE_NAME = index(EventType::wireName);
  private static final Map<Class<? extends DomainEvent>, EventType> BY_RECORD =
      index(EventType::record);

  private final Topic topic;
  private final String wireName;
  private final Class<? extends DomainEvent> record;

  EventType(Topic topic, String wireName, Class<? extends DomainEvent> record) {
    this.topic = topic;
    this.wireName = wireName;
    this.record = record;
  }

  public Topic topic() {
    return topic;
  }

  /** The CloudEvents {@code type} attribute. */
  public String wireName() {
    return wireName;
  }

  public Class<? extends DomainEvent> record() {
    return record;
  }

  /** Empty for a type this build does not know. */
  public static Optional<EventType> parse(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }

  static EventType of(Class<? extends DomainEvent> record) {
    EventType type = BY_RECORD.get(record);
    if (type == null) {
      throw new IllegalArgumentException("no event type for " + record.getName());
    }
    return type;
  }

  private static <K> Map<K, EventType> index(Function<EventType, K> key) {
    return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }
}

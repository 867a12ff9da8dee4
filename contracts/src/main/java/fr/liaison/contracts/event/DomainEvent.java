package fr.liaison.contracts.event;

import java.util.UUID;

/**
 * Something that happened and was committed. The aggregate id is the Kafka key: events of one
 * aggregate are read in the order they were committed; across aggregates there is no order.
 */
public sealed interface DomainEvent
    permits PractitionerDeparted,
        PractitionerReturned,
        PractitionerRenumbered,
        PractitionerDelegated,
        PractitionerDelegationEnded,
        DeviceEnrolled,
        DeviceRevoked,
        DeviceUsed,
        RosterChanged,
        AdminsChanged,
        MembersDormant,
        MessageAccepted,
        RemovalProposed,
        ReceiptMoved,
        DevicePresence,
        KeyPackagesLow,
        AttachmentStored,
        AttachmentDeleted,
        ActRecorded {

  /** The opaque id that keys this event; never a national id. */
  UUID aggregateId();

  default EventType eventType() {
    return EventType.of(getClass());
  }
}

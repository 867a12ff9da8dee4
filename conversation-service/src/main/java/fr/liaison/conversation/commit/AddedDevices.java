package fr.liaison.conversation.commit;

import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.device.KnownDevices;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up the devices a commit adds. Any that is unknown, expired or revoked refuses them all. */
@Singleton
class AddedDevices {
  private final KnownDevices devices;

  AddedDevices(KnownDevices devices) {
    this.devices = devices;
  }

  /** What the directory told us of the devices. */
  sealed interface Outcome {
    record Active(List<KnownDevice> devices) implements Outcome {}

    record NotActive() implements Outcome {}
  }

  Outcome find(Transaction transaction, List<DeviceId> added) {
    if (added.isEmpty()) {
      return new Outcome.Active(List.of());
    }
    Map<UUID, KnownDevice> known =
        devices
            .findAll(transaction, added.stream().map(DeviceId::value).distinct().toList())
            .stream()
            .filter(devices::isActive)
            .collect(Collectors.toUnmodifiableMap(KnownDevice::deviceId, Function.identity()));
    return added.stream().allMatch(device -> known.containsKey(device.value()))
        ? new Outcome.Active(added.stream().map(device -> known.get(device.value())).toList())
        : new Outcome.NotActive();
  }

  static Member member(KnownDevice device) {
    return new Member(new DeviceId(device.deviceId()), new PractitionerId(device.practitionerId()));
  }
}

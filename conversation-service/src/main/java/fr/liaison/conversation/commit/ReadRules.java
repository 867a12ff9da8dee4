package fr.liaison.conversation.commit;

import fr.liaison.conversation.admin.Admins;
import fr.liaison.conversation.group.TrackedCommit;
import fr.liaison.conversation.keypackage.Pools;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.removal.Removals;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.Roster;
import fr.liaison.conversation.roster.Rosters;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.device.KnownDevices;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what the rules of a conversation depend on, as far as a commit makes it matter. */
@Singleton
class ReadRules {
  private final Rosters rosters;
  private final Admins admins;
  private final Removals removals;
  private final KnownDevices devices;
  private final Pools pools;
  private final CommitConfig config;

  ReadRules(
      Rosters rosters,
      Admins admins,
      Removals removals,
      KnownDevices devices,
      Pools pools,
      CommitConfig config) {
    this.rosters = rosters;
    this.admins = admins;
    this.removals = removals;
    this.devices = devices;
    this.pools = pools;
    this.config = config;
  }

  RosterRules read(Transaction transaction, LogHead head, Roster roster, TrackedCommit commit) {
    Set<DeviceId> pending =
        head.commitFirst() ? removals.pending(transaction, head.conversation()) : Set.of();
    Set<DeviceId> leaving = new HashSet<>(pending);
    if (!commit.change().removed().isEmpty()) {
      leaving.addAll(revoked(transaction, commit.change().removed()));
    }
    return new RosterRules(
        head.kind(),
        roster,
        commit.change().added().isEmpty()
            ? Set.of()
            : rosters.everyPerson(transaction, head.conversation()),
        admins.of(transaction, head.conversation()),
        pending,
        leaving,
        commit.change().external() ? Set.of() : leftBehind(transaction, commit),
        config.devices());
  }

  private Set<DeviceId> revoked(Transaction transaction, Set<DeviceId> removed) {
    return devices.findAll(transaction, removed.stream().map(DeviceId::value).toList()).stream()
        .filter(KnownDevice::revoked)
        .map(device -> new DeviceId(device.deviceId()))
        .collect(Collectors.toSet());
  }

  /** Nobody is brought in by halves, or they would miss on one device what they read on another. */
  private Set<DeviceId> leftBehind(Transaction transaction, TrackedCommit commit) {
    if (commit.change().added().isEmpty()) {
      return Set.of();
    }
    List<UUID> persons =
        commit.change().added().stream()
            .map(Member::practitioner)
            .map(person -> person.value())
            .distinct()
            .toList();
    Set<DeviceId> in = Set.copyOf(commit.members().values());
    List<DeviceId> out =
        devices.ofPractitioners(transaction, persons).stream()
            .filter(devices::isActive)
            .map(KnownDevice::deviceId)
            .map(DeviceId::new)
            .filter(device -> !in.contains(device))
            .toList();
    return out.isEmpty() ? Set.of() : pools.invitable(transaction, out);
  }
}

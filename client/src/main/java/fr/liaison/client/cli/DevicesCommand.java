package fr.liaison.client.cli;

import fr.liaison.client.Liaison;
import fr.liaison.client.api.Device;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.device.EnrolmentOutcome;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The account's devices: lists them, makes this state one, revokes one for ever. */
@Command(name = "devices")
final class DevicesCommand implements Callable<Integer> {
  private final Cli cli;

  DevicesCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    try (Store store = cli.openStore()) {
      List<Device> devices = Cli.done(cli.open(store).directory().devices());
      if (cli.json()) {
        cli.screen().json(Map.of("items", devices));
        return ExitCode.OK.number();
      }
      Optional<DeviceId> own = store.read(EnrolledDevice::load).map(EnrolledDevice::id);
      for (Device device : devices) {
        boolean here = own.filter(device.id()::equals).isPresent();
        cli.screen().heading(device.name() + (here ? " *" : ""));
        cli.screen()
            .line("  " + device.id() + " · " + device.status() + " · " + device.enrolledAt());
      }
      return ExitCode.OK.number();
    }
  }

  @Command(name = "enrol")
  int enrol(@Parameters(paramLabel = "NAME") String name) {
    try (Store store = cli.openStore()) {
      Liaison liaison = cli.open(store);
      return switch (liaison.enrol(name)) {
        case EnrolmentOutcome.Enrolled(EnrolledDevice device) -> said("devices.enrolled", device);
        case EnrolmentOutcome.AlreadyEnrolled(EnrolledDevice device) ->
            said("devices.already", device);
        case EnrolmentOutcome.NoParticipant none ->
            throw new CommandEnd(ExitCode.REFUSED, "devices.noParticipant");
        case EnrolmentOutcome.Untrustworthy(String why) ->
            throw new CommandEnd(ExitCode.REFUSED, "devices.untrustworthy", why);
        case EnrolmentOutcome.Refused(var problem) -> throw Cli.end(problem);
        case EnrolmentOutcome.Unreachable gone ->
            throw new CommandEnd(ExitCode.UNREACHABLE, "unreachable");
      };
    }
  }

  @Command(name = "revoke")
  int revoke(@Parameters(paramLabel = "ID") String id) {
    try (Store store = cli.openStore()) {
      DeviceId device = parsed(id);
      Cli.done(cli.open(store).directory().revoke(device));
      boolean own =
          store.read(EnrolledDevice::load).map(EnrolledDevice::id).stream()
              .anyMatch(device::equals);
      if (own) {
        store.change(EnrolledDevice::forget);
      }
      if (cli.json()) {
        cli.screen().json(Map.of("revoked", device));
      } else {
        cli.screen().note("devices.revoked");
      }
      return ExitCode.OK.number();
    }
  }

  private static DeviceId parsed(String id) {
    try {
      return DeviceId.parse(id);
    } catch (IllegalArgumentException notAnId) {
      throw new CommandEnd(ExitCode.USAGE, "devices.notAnId");
    }
  }

  private int said(String word, EnrolledDevice device) {
    if (cli.json()) {
      cli.screen().json(Map.of("id", device.id(), "expiresAt", device.expiresAt()));
    } else {
      cli.screen().note(word, device.id());
    }
    return ExitCode.OK.number();
  }
}

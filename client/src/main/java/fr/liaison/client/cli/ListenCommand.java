package fr.liaison.client.cli;

import fr.liaison.client.conversation.Messenger;
import fr.liaison.client.conversation.Notice;
import fr.liaison.client.store.Store;
import fr.liaison.client.stream.StreamState;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes what arrives, one message a line, until it is interrupted or the device is revoked; with
 * {@code --once} until everything missed has come. A reader that stops reading stops the listening,
 * not the messages: they are stored first.
 */
@Command(name = "listen")
final class ListenCommand implements Callable<Integer> {
  private final Cli cli;
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicReference<ExitCode> end = new AtomicReference<>(ExitCode.OK);

  @Option(names = "--once")
  private boolean once;

  ListenCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Store store = cli.openStore();
        Messenger messenger = cli.messenger(store, this::hear)) {
      if (once) {
        cli.sync(messenger);
        return ExitCode.OK.number();
      }
      messenger.start();
      over.await();
      return end.get().number();
    }
  }

  private void hear(Notice notice) {
    MessageLine lines = new MessageLine(cli);
    switch (notice) {
      case Notice.Arrived(var id, var message) -> lines.show(id, message);
      case Notice.Joined(var id) -> event("joined", id.toString());
      case Notice.Left(var id) -> event("left", id.toString());
      case Notice.Rejoined(var id, var reason) -> event("rejoined", id + " " + reason);
      case Notice.Succeeded(var old, var successor) -> event("succeeded", old + " " + successor);
      case Notice.NotSent(var id, var message, var content, var problem) ->
          event("not-sent", id + " " + problem.code());
      case Notice.KeysUnproven(var id, var devices) ->
          event(devices.isEmpty() ? "keys-proven" : "keys-unproven", id.toString());
      case Notice.Changed changed -> {}
      case Notice.Marked marked -> {}
      case Notice.Connection(StreamState state) -> follow(state);
    }
  }

  private void event(String name, String about) {
    if (cli.json()) {
      cli.screen().json(Map.of("event", name, "about", about));
    } else {
      cli.screen().note("listen." + name, about);
    }
  }

  private void follow(StreamState state) {
    switch (state) {
      case StreamState.Online online -> cli.screen().note("listen.online");
      case StreamState.Offline offline -> cli.screen().note("listen.offline");
      case StreamState.Revoked revoked -> finish(ExitCode.REFUSED);
      case StreamState.SignedOut signedOut -> finish(ExitCode.SIGNED_OUT);
      case StreamState.Stopped stopped -> finish(ExitCode.OK);
      case StreamState.Connecting connecting -> {}
      case StreamState.Syncing syncing -> {}
    }
  }

  private void finish(ExitCode code) {
    var _ = end.compareAndSet(ExitCode.OK, code);
    over.countDown();
  }
}

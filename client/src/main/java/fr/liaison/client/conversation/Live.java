package fr.liaison.client.conversation;

import fr.liaison.client.store.Settings;
import fr.liaison.client.store.Store;
import fr.liaison.client.stream.ServerFrame;
import fr.liaison.client.stream.StreamConsumer;
import fr.liaison.client.stream.StreamState;
import java.util.Optional;

/** Feeds the engine from the live stream, after everything missed was fetched over HTTP. */
final class Live implements StreamConsumer {
  private final Store store;
  private final Engine engine;
  private final Turn turn;
  private final Notices notices;
  private final Background background;

  Live(Store store, Engine engine, Turn turn, Notices notices, Background background) {
    this.store = store;
    this.engine = engine;
    this.turn = turn;
    this.notices = notices;
    this.background = background;
  }

  @Override
  public void onFrame(ServerFrame frame) {
    turn.run(() -> take(frame));
  }

  private void take(ServerFrame frame) {
    switch (frame) {
      case ServerFrame.Logged(var entry) -> {
        engine.take(entry);
        if (engine.proposals.areWaiting(entry.conversationId())) {
          heal();
        }
      }
      case ServerFrame.Welcomed(var welcome) -> {
        engine.take(welcome);
        if (engine.succeed.isDue()) {
          goOn();
        }
      }
      case ServerFrame.Changed(var id) -> {
        engine.refresh(id);
        if (engine.succeed.isDue()) {
          goOn();
        }
      }
      case ServerFrame.ResyncRequired(var id) -> engine.resync(id);
      case ServerFrame.Marked(var id, var receipt) -> notices.add(new Notice.Marked(id, receipt));
      case ServerFrame.CaughtUp(String resume) -> {
        store.change(transaction -> Settings.RESUME.write(transaction, resume));
        engine.caughtUp();
      }
    }
  }

  /** Off the stream's thread too: the others found it again at the same moment. */
  private void goOn() {
    background.start("liaison-successor", () -> turn.run(engine::goOn));
  }

  /** Off the stream's thread: the frames that show another's commit must come in meanwhile. */
  private void heal() {
    background.start("liaison-proposals", this::flushAfterRest);
  }

  private void flushAfterRest() {
    CommitProposals.rest(engine.pause());
    if (!background.isClosed()) {
      turn.run(
          () -> {
            var _ = engine.flush();
          });
    }
  }

  @Override
  public void onState(StreamState state) {
    turn.run(
        () -> {
          notices.add(new Notice.Connection(state));
          if (state instanceof StreamState.Connecting) {
            var _ = engine.sync();
          }
        });
  }

  @Override
  public Optional<String> resume() {
    return store.read(Settings.RESUME::read);
  }
}

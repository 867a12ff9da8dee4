package fr.liaison.platform.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A child that does nothing for a long time, or whatever shell line it is given. */
record SleepingPiece(String script, Path folder, OptionalInt port) implements Piece {

  static SleepingPiece in(Path folder) {
    return new SleepingPiece("exec sleep 600", folder, OptionalInt.empty());
  }

  @Override
  public String name() {
    return "sleeper";
  }

  @Override
  public void prepare() {}

  @Override
  public Launch launch(Path log) {
    return Launch.of(List.of("/bin/sh", "-c", script), Map.of(), folder, () -> true);
  }
}

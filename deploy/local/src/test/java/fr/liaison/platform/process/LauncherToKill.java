package fr.liaison.platform.process;

import java.nio.file.Path;

/** A JVM of its own that starts one child, prints the child's id, and waits to be killed. */
final class LauncherToKill {
  private LauncherToKill() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[0]);
    Lifeline lifeline = arguments[1].equals("pipe") ? new Lifeline.BrokenPipe() : Lifeline.find();
    Child child = new Child(SleepingPiece.in(folder), folder, lifeline);
    // Started by a thread that ends at once, as every pool's do.
    Thread shortLived = Thread.ofPlatform().start(child::startOrFail);
    shortLived.join();
    System.out.println(child.pid().orElseThrow());
    Thread.currentThread().join();
  }
}

package fr.liaison.conversation.stream;

import fr.liaison.conversation.roster.ConversationId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest committed entries of conversations in use here, so that ten devices of a group cost
 * one reading. Runs are contiguous; entries never change, so what is found is right. Bounded in
 * bytes: the conversation longest unused goes first.
 */
@Singleton
class LogTail {
  private static final int LONGEST = 128;

  private final long mostBytes;
  private final LinkedHashMap<ConversationId, List<EntryFrame>> runs =
      new LinkedHashMap<>(256, 0.75f, true);
  private long bytes;

  LogTail(StreamConfig config) {
    this.mostBytes = config.tailBytes();
  }

  /** Entries right after a position, or empty when they have to be read from the log. */
  synchronized Optional<List<EntryFrame>> after(ConversationId conversation, long position) {
    List<EntryFrame> run = runs.get(conversation);
    if (run == null || run.getFirst().sequence() > position + 1) {
      return Optional.empty();
    }
    long skip = position + 1 - run.getFirst().sequence();
    return skip >= run.size()
        ? Optional.empty()
        : Optional.of(List.copyOf(run.subList((int) skip, run.size())));
  }

  /** Takes entries in; those that do not continue the run replace it when they are newer. */
  synchronized void add(ConversationId conversation, List<EntryFrame> frames) {
    List<EntryFrame> run = runs.get(conversation);
    for (EntryFrame frame : frames) {
      if (run == null || frame.sequence() > run.getLast().sequence() + 1) {
        forget(conversation);
        run = new ArrayList<>();
        runs.put(conversation, run);
      } else if (frame.sequence() <= run.getLast().sequence()) {
        continue;
      }
      run.add(frame);
      bytes += size(frame);
    }
    trim(run);
  }

  private void trim(@Nullable List<EntryFrame> run) {
    while (run != null && run.size() > LONGEST) {
      bytes -= size(run.removeFirst());
    }
    while (bytes > mostBytes && runs.size() > 1) {
      Map.Entry<ConversationId, List<EntryFrame>> eldest = runs.firstEntry();
      forget(eldest.getKey());
    }
  }

  private void forget(ConversationId conversation) {
    List<EntryFrame> run = runs.remove(conversation);
    if (run != null) {
      run.forEach(frame -> bytes -= size(frame));
    }
  }

  private static long size(EntryFrame frame) {
    return frame.text().length() + 64L;
  }
}

package fr.liaison.conversation.stream;

import fr.liaison.conversation.log.EntryView;
import fr.liaison.conversation.log.LogEntry;

/** An entry as the text every device of the conversation gets, written once. */
record EntryFrame(long sequence, long epoch, String text) {
  static EntryFrame of(LogEntry entry) {
    return new EntryFrame(
        entry.sequence(), entry.epoch(), new ServerFrame.Entry(EntryView.of(entry)).json());
  }
}

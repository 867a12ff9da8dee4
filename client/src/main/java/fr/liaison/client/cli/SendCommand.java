package fr.liaison.client.cli;

import fr.liaison.client.attachment.SpoolFull;
import fr.liaison.client.card.Card;
import fr.liaison.client.card.Caution;
import fr.liaison.client.card.FirstLook;
import fr.liaison.client.conversation.ConversationListener;
import fr.liaison.client.conversation.Messenger;
import fr.liaison.client.conversation.OutgoingFile;
import fr.liaison.client.conversation.SendOutcome;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.MessageId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a text, a file, or a file with a text, to a person or into a conversation. */
@Command(name = "send")
final class SendCommand implements Callable<Integer> {
  private final Cli cli;

  @ArgGroup(multiplicity = "1")
  private @Nullable Target target;

  @Option(names = "--file", paramLabel = "FILE")
  private @Nullable Path file;

  @Option(names = "--media-type", paramLabel = "TYPE", defaultValue = "application/pdf")
  private String mediaType = "";

  @Option(names = "--urgent")
  private boolean urgent;

  @Parameters(arity = "0..*", paramLabel = "WORD")
  private List<String> words = List.of();

  /** One of both. */
  static final class Target {
    @Option(names = "--to", paramLabel = "PRACTITIONER", required = true)
    private String person = "";

    @Option(names = "--in", paramLabel = "CONVERSATION", required = true)
    private String conversation = "";
  }

  SendCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() throws IOException {
    String text = String.join(" ", words);
    if (file == null ? text.isEmpty() : !Files.isRegularFile(file)) {
      throw new CommandEnd(ExitCode.USAGE, "send.nothing");
    }
    try (Store store = cli.openStore();
        Messenger messenger = cli.messenger(store, ConversationListener.silent())) {
      cli.sync(messenger);
      ConversationId id = conversation(store, messenger);
      return said(id, send(messenger, id, text));
    }
  }

  private SendOutcome send(Messenger messenger, ConversationId id, String text) throws IOException {
    Path sent = file;
    if (sent == null) {
      return messenger.sendText(id, text, urgent);
    }
    OutgoingFile outgoing =
        new OutgoingFile(
            sent, String.valueOf(sent.getFileName()), mediaType, text.isEmpty() ? null : text);
    try {
      return messenger.sendFile(id, outgoing, urgent, cli.screen()::progress);
    } catch (SpoolFull full) {
      throw new CommandEnd(ExitCode.STATE, "state.noRoom");
    }
  }

  private ConversationId conversation(Store store, Messenger messenger) {
    Target wanted = target;
    try {
      if (wanted == null || wanted.person.isEmpty()) {
        return ConversationId.parse(wanted == null ? "" : wanted.conversation);
      }
      PractitionerId person = PractitionerId.parse(wanted.person);
      boolean quiet = cli.json() || store.read(reader -> FirstLook.wroteTo(reader, person));
      return Cli.opened(messenger.direct(person, quiet ? card -> {} : this::warn));
    } catch (IllegalArgumentException notAnId) {
      throw new CommandEnd(ExitCode.USAGE, "devices.notAnId");
    }
  }

  /** Before a first message people read what speaks for looking twice; scripts ask for the card. */
  private void warn(Card card) {
    CardLines lines = new CardLines(cli.screen().words());
    lines.changes(card).forEach(cli.screen()::warn);
    lines.cautions(Caution.of(card, Instant.now())).forEach(cli.screen()::warn);
  }

  private int said(ConversationId id, SendOutcome outcome) {
    switch (outcome) {
      case SendOutcome.Accepted(MessageId message) -> tell("send.accepted", id, message);
      case SendOutcome.Queued(MessageId message) -> {
        tell("send.queued", id, message);
        return ExitCode.UNREACHABLE.number();
      }
      case SendOutcome.Refused(var problem) -> throw Cli.end(problem);
    }
    return ExitCode.OK.number();
  }

  private void tell(String word, ConversationId id, MessageId message) {
    if (cli.json()) {
      cli.screen()
          .json(
              Map.of(
                  "conversationId", id, "id", message, "accepted", word.equals("send.accepted")));
    } else {
      cli.screen().note(word);
    }
  }
}

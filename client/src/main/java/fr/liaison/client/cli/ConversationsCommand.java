package fr.liaison.client.cli;

import fr.liaison.client.conversation.ConversationListener;
import fr.liaison.client.conversation.Message;
import fr.liaison.client.conversation.Messenger;
import fr.liaison.client.conversation.PeopleOutcome;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.StoredConversation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The conversations of this device, and what is stored of one. */
@Command(name = "conversations")
final class ConversationsCommand implements Callable<Integer> {
  private final Cli cli;

  ConversationsCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    try (Store store = cli.openStore();
        Messenger messenger = cli.messenger(store, ConversationListener.silent())) {
      cli.sync(messenger);
      List<StoredConversation> all = messenger.all();
      if (cli.json()) {
        cli.screen().json(Map.of("items", all));
        return ExitCode.OK.number();
      }
      for (StoredConversation one : all) {
        cli.screen().heading(one.id().toString());
        String kind = one.direct() ? "conversations.direct" : "conversations.group";
        String left = one.active() ? "" : " · " + cli.screen().words().say("conversations.left");
        cli.screen()
            .line(
                "  " + cli.screen().words().say(kind, one.members().size()) + left + standing(one));
      }
      return ExitCode.OK.number();
    }
  }

  @Command(name = "show")
  int show(
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--after", defaultValue = "0") long after,
      @Option(names = "--limit", defaultValue = "100") int limit) {
    try (Store store = cli.openStore();
        Messenger messenger = cli.messenger(store, ConversationListener.silent())) {
      ConversationId conversation = parsed(id);
      MessageLine lines = new MessageLine(cli);
      List<Message> stored = messenger.history(conversation, after, limit);
      stored.forEach(message -> lines.show(conversation, message));
      return ExitCode.OK.number();
    }
  }

  private String standing(StoredConversation one) {
    ConversationId successor = one.succeededBy();
    if (successor != null) {
      return " · " + cli.screen().words().say("conversations.succeeded", successor.toString());
    }
    return one.closed() ? " · " + cli.screen().words().say("conversations.closed") : "";
  }

  @Command(name = "refound")
  int refound(@Parameters(paramLabel = "ID") String id) {
    ConversationId broken = parsed(id);
    try (Store store = cli.openStore();
        Messenger messenger = cli.messenger(store, ConversationListener.silent())) {
      cli.sync(messenger);
      ConversationId successor = Cli.opened(messenger.refound(broken));
      if (cli.json()) {
        cli.screen().json(Map.of("conversationId", successor));
      } else {
        cli.screen().note("conversations.succeeded", successor.toString());
      }
      return ExitCode.OK.number();
    }
  }

  @Command(name = "add")
  int add(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(arity = "1..*", paramLabel = "PRACTITIONER") List<String> people) {
    ConversationId group = parsed(id);
    List<PractitionerId> persons = people.stream().map(ConversationsCommand::person).toList();
    return change("conversations.added", messenger -> messenger.add(group, persons));
  }

  @Command(name = "remove")
  int remove(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(paramLabel = "PRACTITIONER") String practitioner) {
    ConversationId group = parsed(id);
    PractitionerId person = person(practitioner);
    return change("conversations.removed", messenger -> messenger.remove(group, person));
  }

  @Command(name = "appoint")
  int appoint(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(paramLabel = "PRACTITIONER") String practitioner) {
    ConversationId group = parsed(id);
    PractitionerId person = person(practitioner);
    return change("conversations.appointed", messenger -> messenger.appoint(group, person));
  }

  @Command(name = "withdraw")
  int withdraw(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(paramLabel = "PRACTITIONER") String practitioner) {
    ConversationId group = parsed(id);
    PractitionerId person = person(practitioner);
    return change("conversations.withdrawn", messenger -> messenger.withdraw(group, person));
  }

  private int change(String word, Function<Messenger, PeopleOutcome> work) {
    try (Store store = cli.openStore();
        Messenger messenger = cli.messenger(store, ConversationListener.silent())) {
      cli.sync(messenger);
      switch (work.apply(messenger)) {
        case PeopleOutcome.Done done -> say(word);
        case PeopleOutcome.NobodyThere nobody ->
            throw new CommandEnd(ExitCode.REFUSED, "send.nobody");
        case PeopleOutcome.KeysUnproven unproven -> throw Cli.unproven(unproven.people());
        case PeopleOutcome.Departed departed ->
            throw new CommandEnd(
                ExitCode.REFUSED, "conversations.departed", Cli.ids(departed.people()));
        case PeopleOutcome.CardUnsound unsound ->
            throw new CommandEnd(ExitCode.REFUTED, CardLines.word(unsound.cause()));
        case PeopleOutcome.NotIn notIn ->
            throw new CommandEnd(ExitCode.REFUSED, "conversations.notIn");
        case PeopleOutcome.TryAgain again ->
            throw new CommandEnd(ExitCode.UNREACHABLE, "unreachable");
        case PeopleOutcome.Refused(Problem problem) -> throw Cli.end(problem);
      }
      return ExitCode.OK.number();
    }
  }

  private void say(String word) {
    if (cli.json()) {
      cli.screen().json(Map.of("done", true));
    } else {
      cli.screen().note(word);
    }
  }

  private static PractitionerId person(String id) {
    try {
      return PractitionerId.parse(id);
    } catch (IllegalArgumentException notAnId) {
      throw new CommandEnd(ExitCode.USAGE, "conversations.notAnId");
    }
  }

  private static ConversationId parsed(String id) {
    try {
      return ConversationId.parse(id);
    } catch (IllegalArgumentException notAnId) {
      throw new CommandEnd(ExitCode.USAGE, "conversations.notAnId");
    }
  }
}

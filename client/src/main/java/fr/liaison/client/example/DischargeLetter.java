package fr.liaison.client.example;

import fr.liaison.client.api.DirectoryApi;
import fr.liaison.client.api.Practitioner;
import fr.liaison.client.api.PractitionerPage;
import fr.liaison.client.api.PractitionerQuery;
import fr.liaison.client.attachment.TransferProgress;
import fr.liaison.client.conversation.Messenger;
import fr.liaison.client.conversation.OpenOutcome;
import fr.liaison.client.conversation.OutgoingFile;
import fr.liaison.client.conversation.SendOutcome;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.PractitionerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A hospital sends a discharge letter to its addressees: each gets it in the direct conversation
 * with the sender, encrypted for nobody else. Somebody who is not found beyond doubt gets nothing.
 */
public final class DischargeLetter {
  private final DirectoryApi directory;
  private final Messenger messenger;

  public DischargeLetter(DirectoryApi directory, Messenger messenger) {
    this.directory = directory;
    this.messenger = messenger;
  }

  /** What became of one addressee. */
  public sealed interface Result {
    record Sent() implements Result {}

    /** Leaves with the next connection. */
    record Queued() implements Result {}

    record Unknown() implements Result {}

    record Ambiguous() implements Result {}

    /** Has no device yet. */
    record NotReachable() implements Result {}

    /** Worth running again for. */
    record Failed(String code) implements Result {}
  }

  /** Told after each addressee, as the list names them. */
  @FunctionalInterface
  public interface Report {
    void about(String addressee, int done, int of, Result result);
  }

  /** The first column of each line, without heading, comments and empty lines. */
  public static List<String> addressees(Path csv) throws IOException {
    return Files.readAllLines(csv).stream()
        .map(line -> line.split("[;,\t]", 2)[0].strip().replace("\"", ""))
        .filter(one -> !one.isEmpty() && !one.startsWith("#"))
        .filter(one -> !one.equalsIgnoreCase("rpps") && !one.equalsIgnoreCase("destinataire"))
        .distinct()
        .toList();
  }

  public void send(Path pdf, List<String> addressees, TransferProgress progress, Report report)
      throws IOException {
    for (int i = 0; i < addressees.size(); i++) {
      Result result = sendTo(addressees.get(i), pdf, progress);
      report.about(addressees.get(i), i + 1, addressees.size(), result);
    }
  }

  private Result sendTo(String addressee, Path pdf, TransferProgress progress) throws IOException {
    return switch (directory.search(PractitionerQuery.words(addressee))) {
      case Answer.Done<PractitionerPage>(PractitionerPage page) -> {
        List<Practitioner> found = among(page.items(), addressee);
        yield found.size() == 1
            ? sendTo(found.getFirst().id(), pdf, progress)
            : found.isEmpty() ? new Result.Unknown() : new Result.Ambiguous();
      }
      case Answer.Refused<PractitionerPage>(Problem problem) -> new Result.Failed(problem.code());
      case Answer.Unreachable<PractitionerPage> gone -> new Result.Failed("unreachable");
    };
  }

  /** A number means exactly the person who has it. */
  private static List<Practitioner> among(List<Practitioner> found, String addressee) {
    return addressee.chars().allMatch(Character::isDigit)
        ? found.stream().filter(one -> one.nationalId().endsWith(addressee)).toList()
        : found;
  }

  private Result sendTo(PractitionerId person, Path pdf, TransferProgress progress)
      throws IOException {
    return switch (messenger.direct(person)) {
      case OpenOutcome.Opened(ConversationId id) -> sendIn(id, pdf, progress);
      case OpenOutcome.NobodyThere nobody -> new Result.NotReachable();
      case OpenOutcome.Refused(Problem problem) -> new Result.Failed(problem.code());
      case OpenOutcome.Unreachable gone -> new Result.Failed("unreachable");
    };
  }

  private Result sendIn(ConversationId id, Path pdf, TransferProgress progress) throws IOException {
    OutgoingFile letter = OutgoingFile.pdf(pdf).saying("Lettre de sortie");
    return switch (messenger.sendFile(id, letter, false, progress)) {
      case SendOutcome.Accepted accepted -> new Result.Sent();
      case SendOutcome.Queued queued -> new Result.Queued();
      case SendOutcome.Refused(Problem problem) -> new Result.Failed(problem.code());
      case SendOutcome.Unreachable gone -> new Result.Failed("unreachable");
    };
  }
}

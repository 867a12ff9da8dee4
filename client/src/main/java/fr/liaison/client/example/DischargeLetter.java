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
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A hospital sends a discharge letter to its addressees: each gets it in the direct conversation
 * with the sender, encrypted for nobody else. Somebody who is not found beyond doubt gets nothing.
 */
public final class DischargeLetter {
  private static final Pattern RPPS = Pattern.compile("8?[0-9]{11}");

  private final DirectoryApi directory;
  private final Messenger messenger;

  public DischargeLetter(DirectoryApi directory, Messenger messenger) {
    this.directory = directory;
    this.messenger = messenger;
  }

  /**
   * Whom a line names.
   *
   * @param rpps national number, or empty: who is found must have it
   * @param words to search the directory with
   */
  public record Addressee(String rpps, String words) {
    static Addressee of(String line) {
      String[] columns = line.replace("\"", "").split("[;,\t]", 3);
      String first = columns[0].strip();
      String second = columns.length > 1 ? columns[1].strip() : "";
      return RPPS.matcher(first).matches()
          ? new Addressee(first, second)
          : new Addressee("", first);
    }

    /** As it is reported. */
    @Override
    public String toString() {
      return rpps.isEmpty() ? words : rpps;
    }

    boolean fits(Practitioner person) {
      String id = person.nationalId();
      return rpps.isEmpty() || id.equals(rpps) || id.equals("8" + rpps);
    }
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
    void about(Addressee addressee, int done, int of, Result result);
  }

  /**
   * One a line: {@code rpps;words}, or words alone. The number decides, the words find: the
   * directory is not searched by number. Heading, comments and empty lines are left out.
   */
  public static List<Addressee> addressees(Path csv) throws IOException {
    return Files.readAllLines(csv).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("rpps"))
        .map(Addressee::of)
        .distinct()
        .toList();
  }

  public void send(Path pdf, List<Addressee> addressees, TransferProgress progress, Report report)
      throws IOException {
    for (int i = 0; i < addressees.size(); i++) {
      Result result = sendTo(addressees.get(i), pdf, progress);
      report.about(addressees.get(i), i + 1, addressees.size(), result);
    }
  }

  private Result sendTo(Addressee addressee, Path pdf, TransferProgress progress)
      throws IOException {
    return switch (directory.search(PractitionerQuery.words(addressee.words()))) {
      case Answer.Done<PractitionerPage>(PractitionerPage page) -> {
        List<Practitioner> found = page.items().stream().filter(addressee::fits).toList();
        yield found.size() == 1
            ? sendTo(found.getFirst().id(), pdf, progress)
            : found.isEmpty() ? new Result.Unknown() : new Result.Ambiguous();
      }
      case Answer.Refused<PractitionerPage>(Problem problem) -> new Result.Failed(problem.code());
      case Answer.Unreachable<PractitionerPage> gone -> new Result.Failed("unreachable");
    };
  }

  private Result sendTo(PractitionerId person, Path pdf, TransferProgress progress)
      throws IOException {
    return switch (messenger.direct(person)) {
      case OpenOutcome.Opened(ConversationId id) -> sendIn(id, pdf, progress);
      case OpenOutcome.NobodyThere nobody -> new Result.NotReachable();
      case OpenOutcome.KeysUnproven unproven -> new Result.Failed("keys-unproven");
      case OpenOutcome.Departed departed -> new Result.Failed("departed");
      case OpenOutcome.CardUnsound unsound -> new Result.Failed("card-unsound");
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
    };
  }
}

package fr.liaison.directory.fhir;

import fr.liaison.kit.problem.ProblemDocument;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Says problems the way FHIR does, with their stable code. Nothing that was sent comes back. */
final class Outcomes {
  /** Our codes; what stands before one in the type of a problem. */
  private static final String PROBLEMS = "https://liaison.example/problems";

  private Outcomes() {}

  static OperationOutcome of(ProblemDocument problem) {
    OperationOutcome outcome = new OperationOutcome();
    OperationOutcome.OperationOutcomeIssueComponent issue =
        outcome
            .addIssue()
            .setSeverity(IssueSeverity.ERROR)
            .setCode(code(problem.status()))
            .setDetails(
                new CodeableConcept()
                    .addCoding(new Coding(PROBLEMS, problem.code(), null))
                    .setText(problem.title()));
    StringBuilder more = new StringBuilder();
    problem
        .members()
        .forEach((name, value) -> more.append(name).append(": ").append(value).append("; "));
    if (problem.detail() != null) {
      more.append(problem.detail());
    }
    if (!more.isEmpty()) {
      issue.setDiagnostics(more.toString());
    }
    return outcome;
  }

  static OperationOutcome ignored() {
    OperationOutcome outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.WARNING)
        .setCode(IssueType.NOTSUPPORTED)
        .setDiagnostics(
            "Some search parameters are not supported and were ignored; the self link has those"
                + " that were used. Send Prefer: handling=strict to have them refused.");
    return outcome;
  }

  private static IssueType code(int status) {
    return switch (status) {
      case 400 -> IssueType.INVALID;
      case 401 -> IssueType.LOGIN;
      case 403 -> IssueType.FORBIDDEN;
      case 404 -> IssueType.NOTFOUND;
      case 405, 406, 415 -> IssueType.NOTSUPPORTED;
      case 413 -> IssueType.TOOLONG;
      case 429 -> IssueType.THROTTLED;
      case 503 -> IssueType.TRANSIENT;
      default -> status < 500 ? IssueType.PROCESSING : IssueType.EXCEPTION;
    };
  }
}

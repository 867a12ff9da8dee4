package fr.liaison.directory.delegation;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.problem.Problem;

/** What of the same days stands in the way; the code is told as member {@code reason}. */
enum Obstacle {
  overlap("overlap", "Another locum is asked or agreed on some of these days; end that first"),
  standsIn("stands-in", "The person stands in for somebody on some of these days"),
  locumReplaced("locum-replaced", "Whoever is asked is replaced on some of these days"),
  tooMany("too-many", "Too many delegations or proposals are open; end some of them first");

  private final String code;
  private final String detail;

  Obstacle(String code, String detail) {
    this.code = code;
    this.detail = detail;
  }

  Problem problem() {
    return Problem.of(ProblemType.CONFLICT, detail).with("reason", code);
  }
}

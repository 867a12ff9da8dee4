package fr.liaison.directory.software;

import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.directory.practitioner.VisibleName;
import fr.liaison.kit.problem.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request to vouch that was read and found well-formed. */
record Voucher(String clientId, String name, StructureIdentifier structure, NationalId nationalId) {
  private static final Pattern CLIENT_ID = Pattern.compile("[0-9A-Za-z._-]{1,32}");
  private static final int LONGEST_NAME = 60;

  /** Throws {@code invalid-parameter} naming the first field that is wrong. */
  static Voucher of(@Nullable VouchRequest request) {
    if (request == null) {
      throw Problem.field("clientId", "is missing");
    }
    String clientId = request.clientId();
    if (clientId == null || !CLIENT_ID.matcher(clientId).matches()) {
      throw Problem.field("clientId", "must be 1 to 32 letters, digits, dots, dashes or lines");
    }
    String name =
        VisibleName.of(request.name() == null ? "" : request.name(), LONGEST_NAME)
            .orElseThrow(() -> Problem.field("name", "must have 1 to 60 visible characters"));
    String structure = request.structureId() == null ? "" : request.structureId();
    return StructureIdentifier.of(structure)
        .flatMap(
            known ->
                known
                    .participant(clientId)
                    .map(nationalId -> new Voucher(clientId, name, known, nationalId)))
        .orElseThrow(
            () -> Problem.field("structureId", "must be a technical identifier of the register"));
  }
}

package fr.liaison.directory.card;

import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Cards that clients keep. */
@Path("/v1/practitioners/{id}/card")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PRACTITIONER, Role.SOFTWARE, Role.STRUCTURE_ADMIN, Role.COMPLIANCE_OFFICER})
@RunOnVirtualThread
public class CardResource {
  private final ReadCard readCard;
  private final CurrentCaller caller;

  CardResource(ReadCard readCard, CurrentCaller caller) {
    this.readCard = readCard;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readSignedCard",
      summary = "One practitioner's card, departed or not, signed so that it can be kept",
      description =
          """
          The digest stays the same while the names, professions, places and the register's status \
          do, whatever day the register is of; so whoever kept a card can say what changed. \
          Homonyms are active people whose names have the same words.""")
  public SignedCard get(@PathParam("id") UUID id) {
    return readCard.read(caller.require(), new PractitionerId(id));
  }
}

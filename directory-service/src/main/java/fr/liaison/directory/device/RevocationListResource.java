package fr.liaison.directory.device;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The revocation list of device certificates, for whoever checks one; public. */
@Path("/v1/revocations.crl")
@PermitAll
@RunOnVirtualThread
public class RevocationListResource {
  private static final String TYPE = "application/pkix-crl";

  private final RevocationList list;

  RevocationListResource(RevocationList list) {
    this.list = list;
  }

  @GET
  @Produces(TYPE)
  @Operation(
      operationId = "readRevocationList",
      summary = "An X.509 revocation list of device certificates, signed by their issuer")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(mediaType = TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response get(@Context Request request) {
    RevocationList.Signed current = list.current();
    EntityTag tag = new EntityTag(Long.toString(current.number()));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged == null
            ? Response.ok(current.der().toArray(), TYPE).tag(tag)
            : unchanged.tag(tag);
    return answer.header("Cache-Control", "public, no-cache").build();
  }
}

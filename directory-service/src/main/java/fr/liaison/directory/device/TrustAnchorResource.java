package fr.liaison.directory.device;

import fr.liaison.contracts.json.Bytes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The root certificate, for whoever wants to check device certificates; public. */
@Path("/v1/trust-anchor")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
public class TrustAnchorResource {
  private final CertificateAuthority authority;

  TrustAnchorResource(CertificateAuthority authority) {
    this.authority = authority;
  }

  @GET
  @Operation(operationId = "readTrustAnchor", summary = "The root certificate clients pin")
  public TrustAnchor get() {
    return new TrustAnchor(Bytes.of(authority.root()));
  }
}

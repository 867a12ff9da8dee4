package fr.liaison.audit.binding;

import fr.liaison.audit.binding.BindingOutcome.AwaitsCheckpoint;
import fr.liaison.audit.binding.BindingOutcome.Found;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.device.KnownDevices;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import fr.liaison.kit.problem.Problem;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of devices, for everybody who has to trust one: whoever acts through a device
 * of their own that is not revoked, and compliance officers.
 */
@Path("/v1/device-bindings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PRACTITIONER, Role.SOFTWARE, Role.COMPLIANCE_OFFICER})
@RunOnVirtualThread
@Tag(name = "device-bindings", description = "Which keys were bound to whom, with proofs")
public class BindingResource {

  private static final String ACTING = "The acting device; a compliance officer needs none";
  private static final int MAX_LIMIT = 100;
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");

  private final CurrentCaller current;
  private final KnownDevices devices;
  private final ReadBindings readBindings;

  BindingResource(CurrentCaller current, KnownDevices devices, ReadBindings readBindings) {
    this.current = current;
    this.devices = devices;
    this.readBindings = readBindings;
  }

  @GET
  @Path("{deviceId}")
  @Compressed
  @Operation(
      operationId = "readDeviceBindings",
      summary = "The newest bindings of one device; none until a checkpoint covers the first")
  @Parameter(
      name = CurrentCaller.DEVICE_HEADER,
      in = ParameterIn.HEADER,
      description = ACTING,
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  public BindingPage device(
      @PathParam("deviceId") String deviceId,
      @Parameter(description = "Size of the tree the caller saw last")
          @QueryParam("since")
          @DefaultValue("0")
          String since) {
    Caller caller = requireReader();
    if (!UUID_FORM.matcher(deviceId).matches()) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    UUID device = UUID.fromString(deviceId);
    return answer(readBindings.ofDevice(caller, device, number("since", since)));
  }

  @GET
  @Compressed
  @Operation(
      operationId = "listDeviceBindings",
      summary = "The bindings of all devices of one person, ended ones included, newest first")
  @Parameter(
      name = CurrentCaller.DEVICE_HEADER,
      in = ParameterIn.HEADER,
      description = ACTING,
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  public BindingPage person(
      @Parameter(description = "Whose devices", required = true) @QueryParam("practitioner")
          @Nullable String practitioner,
      @Parameter(description = "Size of the tree the caller saw last")
          @QueryParam("since")
          @DefaultValue("0")
          String since,
      @Parameter(description = "Most bindings on the page, 1 to 100")
          @QueryParam("limit")
          @DefaultValue("50")
          String limit,
      @Parameter(description = "The next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    Caller caller = requireReader();
    if (practitioner == null || !UUID_FORM.matcher(practitioner).matches()) {
      throw Problem.field("practitioner", "must be an id of the directory");
    }
    long below = cursor == null ? Long.MAX_VALUE : number("cursor", cursor);
    long most = number("limit", limit);
    if (most < 1 || most > MAX_LIMIT) {
      throw Problem.field("limit", "must be 1 to 100");
    }
    return answer(
        readBindings.ofPractitioner(
            caller, UUID.fromString(practitioner), number("since", since), below, (int) most));
  }

  /** Whoever departed holds a token for minutes yet, but no device. */
  private Caller requireReader() {
    Caller caller = current.require();
    if (!caller.hasRole(Role.COMPLIANCE_OFFICER)) {
      var _ = devices.requireActive(caller);
    }
    return caller;
  }

  private static BindingPage answer(BindingOutcome outcome) {
    return switch (outcome) {
      case Found(BindingPage page) -> page;
      case AwaitsCheckpoint() ->
          throw Problem.of(ProblemType.UNAVAILABLE, "The log awaits its first checkpoint")
              .retryAfter(Duration.ofSeconds(1));
    };
  }

  private static long number(String field, String value) {
    if (!NUMBER.matcher(value).matches()) {
      throw Problem.field(field, "must be a whole number, not below 0");
    }
    return Long.parseLong(value);
  }
}

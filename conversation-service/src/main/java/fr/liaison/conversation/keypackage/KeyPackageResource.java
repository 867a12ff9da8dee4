package fr.liaison.conversation.keypackage;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.conversation.refusal.Refusals;
import fr.liaison.conversation.roster.CurrentRequester;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.device.ActsThroughDevice;
import fr.liaison.kit.idempotency.Idempotency;
import fr.liaison.kit.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes key packages from a device and hands others' out. */
@Path("/v1")
@Authenticated
@ActsThroughDevice
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class KeyPackageResource {
  private final CurrentRequester requesters;
  private final UploadKeyPackages uploadKeyPackages;
  private final ClaimKeyPackages claimKeyPackages;
  private final Pools pools;
  private final Database database;

  KeyPackageResource(
      CurrentRequester requesters,
      UploadKeyPackages uploadKeyPackages,
      ClaimKeyPackages claimKeyPackages,
      Pools pools,
      Database database) {
    this.requesters = requesters;
    this.uploadKeyPackages = uploadKeyPackages;
    this.claimKeyPackages = claimKeyPackages;
    this.pools = pools;
    this.database = database;
  }

  /** Single-use key packages to add, and a last resort that replaces the one before. */
  public record UploadRequest(
      @NotNull List<@NotNull Bytes> keyPackages, @Nullable Bytes lastResort) {}

  /** Single-use key packages waiting after the upload. */
  public record UploadAnswer(int available) {}

  /** What the calling device has waiting. */
  public record PoolLevel(int available, boolean lastResort) {}

  /** Whose devices to invite. */
  public record ClaimRequest(@NotEmpty @Size(max = 100) List<@NotNull UUID> practitionerIds) {}

  /** One item for each device of the named persons. */
  public record ClaimAnswer(List<ClaimKeyPackages.Invitation> devices) {}

  @POST
  @Path("/key-packages")
  @Consumes(MediaType.APPLICATION_JSON)
  public UploadAnswer upload(@NotNull @Valid UploadRequest request) {
    Requester requester = requesters.require();
    return switch (uploadKeyPackages.upload(
        requester, request.keyPackages(), Optional.ofNullable(request.lastResort()))) {
      case UploadKeyPackages.Outcome.Stored(int available) -> new UploadAnswer(available);
      case UploadKeyPackages.Outcome.Refused(var unfit) -> throw Refusals.unfit(unfit);
      case UploadKeyPackages.Outcome.TooLarge ignored -> throw Problem.of(ProblemType.TOO_LARGE);
      case UploadKeyPackages.Outcome.PoolFull(int most) ->
          throw Problem.field("keyPackages", "the pool is full; upload fewer").with("most", most);
    };
  }

  @GET
  @Path("/key-packages")
  public PoolLevel level() {
    Requester requester = requesters.require();
    Pools.Level level = database.read(transaction -> pools.level(transaction, requester.device()));
    return new PoolLevel(level.available(), level.lastResort());
  }

  @POST
  @Path("/key-package-claims")
  @Consumes(MediaType.APPLICATION_JSON)
  public ClaimAnswer claim(
      @HeaderParam(Idempotency.HEADER) @Nullable String idempotencyKey,
      @NotNull @Valid ClaimRequest request) {
    Requester requester = requesters.require();
    var persons =
        request.practitionerIds().stream()
            .map(PractitionerId::new)
            .collect(Collectors.toUnmodifiableSet());
    return switch (claimKeyPackages.claim(requester, persons, idempotencyKey)) {
      case ClaimKeyPackages.Outcome.Claimed(var devices) -> new ClaimAnswer(devices);
      case ClaimKeyPackages.Outcome.TooMany(var retryAfter) ->
          throw Problem.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(retryAfter);
    };
  }
}

package fr.liaison.attachment.download;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.DeviceId;
import fr.liaison.attachment.blob.BlobStoreUnavailable;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.device.ActsThroughDevice;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.device.KnownDevices;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Download of encrypted attachments, whole or one byte range at a time. */
@Path("/v1/attachments/{id}")
@Tag(name = "attachments", description = "Download of encrypted attachments")
@Ranged
@Authenticated
@ActsThroughDevice
@RunOnVirtualThread
public class AttachmentResource {
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final String REVALIDATE = "private, no-cache";

  private final CurrentCaller current;
  private final KnownDevices devices;
  private final FindBlob findBlob;
  private final BlobContent content;

  AttachmentResource(
      CurrentCaller current, KnownDevices devices, FindBlob findBlob, BlobContent content) {
    this.current = current;
    this.devices = devices;
    this.findBlob = findBlob;
    this.content = content;
  }

  @HEAD
  @Operation(operationId = "describeAttachment", summary = "Size and hash of an attachment")
  @APIResponse(responseCode = "200", description = "Content-Length, ETag = SHA-256, Accept-Ranges")
  public Response describe(@PathParam("id") String id) {
    Acting acting = acting(id);
    Blob blob = found(findBlob.look(acting.device(), acting.id(), acting.act()));
    return headers(Response.ok(), blob).header(HttpHeaders.CONTENT_LENGTH, blob.length()).build();
  }

  @GET
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(operationId = "downloadAttachment", summary = "The bytes, or one range of them")
  @APIResponse(
      responseCode = "200",
      description = "All bytes; 206 with Content-Range when a single range was asked for",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response download(
      @PathParam("id") String id,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    Acting acting = acting(id);
    Blob seen = found(findBlob.look(acting.device(), acting.id(), acting.act()));
    if (seen.etag().equals(ifNoneMatch)) {
      return headers(Response.notModified(), seen).build();
    }
    boolean rangeApplies = ifRange == null || ifRange.equals(seen.etag());
    RequestedRange wanted = RequestedRange.of(rangeApplies ? range : null, seen.length());
    return switch (wanted) {
      case RequestedRange.Outside outside ->
          throw Problem.of(ProblemType.RANGE_NOT_SATISFIABLE).with("size", seen.length());
      case RequestedRange.Whole whole -> send(acting, Response.ok(), 0, seen.length() - 1);
      case RequestedRange.Part part ->
          send(
              acting,
              Response.status(Response.Status.PARTIAL_CONTENT)
                  .header("Content-Range", part.contentRange(seen.length())),
              part.first(),
              part.last());
    };
  }

  private Response send(Acting acting, Response.ResponseBuilder answer, long first, long last) {
    long length = last - first + 1;
    Act act = acting.act().with("first", first).with("bytes", length);
    Blob blob = found(findBlob.take(acting.device(), acting.id(), act));
    try {
      return headers(answer, blob)
          .header(HttpHeaders.CONTENT_LENGTH, length)
          .entity(content.open(blob.id(), first, last))
          .build();
    } catch (BlobStoreUnavailable away) {
      throw Problem.of(ProblemType.UNAVAILABLE)
          .with("dependency", "object-store")
          .retryAfter(RETRY);
    }
  }

  private static Blob found(FindBlob.Answer answer) {
    return switch (answer) {
      case FindBlob.Answer.Found found -> found.blob();
      case FindBlob.Answer.Absent absent -> throw Problem.of(ProblemType.NOT_FOUND);
      case FindBlob.Answer.Gone gone -> throw Problem.of(ProblemType.GONE);
    };
  }

  private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, Blob blob) {
    return answer
        .type(MediaType.APPLICATION_OCTET_STREAM_TYPE)
        .header(HttpHeaders.ETAG, blob.etag())
        .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
        .header("Accept-Ranges", "bytes");
  }

  private Acting acting(String id) {
    Caller caller = current.require();
    KnownDevice device = devices.requireActive(caller);
    AttachmentId attachment =
        AttachmentId.parse(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    return new Acting(caller, device, attachment);
  }

  /** The caller, the device it acts through, and what it asks for. */
  private record Acting(Caller caller, KnownDevice known, AttachmentId id) {
    DeviceId device() {
      return new DeviceId(known.deviceId());
    }

    Act act() {
      return Act.of("attachment.download").by(caller, known).on("attachment", id);
    }
  }
}

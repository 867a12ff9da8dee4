package fr.liaison.attachment.upload;

import fr.liaison.attachment.AttachmentId;
import fr.liaison.attachment.ConversationId;
import fr.liaison.attachment.DeviceId;
import fr.liaison.attachment.blob.BlobStoreUnavailable;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.device.ActsThroughDevice;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.device.KnownDevices;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** tus 1.0 over encrypted attachments: core, creation and termination. */
@Path("/v1/uploads")
@Tag(name = "uploads", description = "Resumable upload of encrypted attachments (tus 1.0)")
@TusProtocol
@Authenticated
@RunOnVirtualThread
public class UploadResource {
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final CurrentCaller current;
  private final KnownDevices devices;
  private final CreateUpload createUpload;
  private final FindUpload findUpload;
  private final AppendBytes appendBytes;
  private final TerminateUpload terminateUpload;
  private final UploadConfig config;
  private final AuditTrail audit;

  UploadResource(
      CurrentCaller current,
      KnownDevices devices,
      CreateUpload createUpload,
      FindUpload findUpload,
      AppendBytes appendBytes,
      TerminateUpload terminateUpload,
      UploadConfig config,
      AuditTrail audit) {
    this.current = current;
    this.devices = devices;
    this.createUpload = createUpload;
    this.findUpload = findUpload;
    this.appendBytes = appendBytes;
    this.terminateUpload = terminateUpload;
    this.audit = audit;
    this.config = config;
  }

  @OPTIONS
  @PermitAll
  @Operation(operationId = "describeUploads", summary = "What this server speaks of tus")
  @APIResponse(responseCode = "204", description = "Tus-Version, Tus-Extension, Tus-Max-Size")
  public Response describe() {
    return Response.noContent()
        .header(Tus.SUPPORTED, Tus.VERSION)
        .header(Tus.EXTENSION, Tus.EXTENSIONS)
        .header(Tus.MAX_SIZE, config.maxSize().asLongValue())
        .build();
  }

  @POST
  @ActsThroughDevice
  @Operation(operationId = "createUpload", summary = "Announce an encrypted attachment")
  @APIResponse(responseCode = "201", description = "Location names the upload to append to")
  public Response create(
      @HeaderParam(Tus.LENGTH) @Nullable String length,
      @HeaderParam(Tus.DEFER_LENGTH) @Nullable String deferLength,
      @HeaderParam(Tus.METADATA) @Nullable String metadata,
      @HeaderParam("Liaison-Conversation") @Nullable String conversation) {
    Acting acting = acting();
    long announced = announcedLength(length, deferLength, metadata);
    ConversationId in =
        Optional.ofNullable(conversation)
            .flatMap(ConversationId::parse)
            .orElseThrow(() -> Tus.malformed("Liaison-Conversation", "must be a UUID"));
    Act act = acting.act("attachment.upload").in(in.value());
    return switch (createUpload.create(acting.device(), in, announced, act)) {
      case CreateOutcome.Created created ->
          Response.status(Response.Status.CREATED)
              .header(HttpHeaders.LOCATION, config.publicPath() + "/v1/uploads/" + created.id())
              .header(Tus.OFFSET, 0)
              .build();
      case CreateOutcome.NotAMember none -> throw Problem.of(ProblemType.NOT_FOUND);
      case CreateOutcome.TooLarge limit ->
          throw Problem.of(ProblemType.TOO_LARGE).with("maxSize", limit.maxSize());
      case CreateOutcome.QuotaSpent spent ->
          throw Problem.of(ProblemType.TOO_MANY_REQUESTS)
              .with("unit", spent.unit())
              .with("limit", spent.limit())
              .with("windowSeconds", spent.window().toSeconds())
              .retryAfter(spent.retryAfter());
    };
  }

  @HEAD
  @ActsThroughDevice
  @Path("/{id}")
  @Operation(operationId = "findUpload", summary = "How far an upload has come")
  @APIResponse(responseCode = "200", description = "Upload-Offset and Upload-Length")
  public Response find(@PathParam("id") String id) {
    Acting acting = acting();
    AttachmentId wanted = parse(id);
    Upload upload =
        findUpload
            .find(acting.device(), wanted)
            .orElseThrow(() -> absent(acting.act("attachment.upload"), wanted));
    if (upload.state().isGone()) {
      throw Problem.of(ProblemType.GONE);
    }
    return Response.ok()
        .header(Tus.OFFSET, upload.received())
        .header(Tus.LENGTH, upload.length())
        .build();
  }

  @PATCH
  @ActsThroughDevice
  @Path("/{id}")
  @Consumes(Tus.CHUNK)
  @Operation(operationId = "appendToUpload", summary = "Append bytes at the offset")
  @APIResponse(responseCode = "204", description = "Upload-Offset is durable")
  public Response append(
      @PathParam("id") String id,
      @HeaderParam(Tus.OFFSET) @Nullable String offset,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
      InputStream body) {
    Acting acting = acting();
    OptionalLong announced =
        contentLength == null
            ? OptionalLong.empty()
            : OptionalLong.of(Tus.number(HttpHeaders.CONTENT_LENGTH, contentLength));
    AppendBytes.Request request =
        new AppendBytes.Request(parse(id), Tus.number(Tus.OFFSET, offset), announced);
    try {
      Act act = acting.act("attachment.upload");
      AppendOutcome outcome = appendBytes.append(act.actor(), acting.device(), request, body);
      if (outcome instanceof AppendOutcome.Absent) {
        throw absent(act, request.id());
      }
      return answer(outcome);
    } catch (BlobStoreUnavailable away) {
      throw Problem.of(ProblemType.UNAVAILABLE)
          .with("dependency", "object-store")
          .retryAfter(RETRY);
    }
  }

  @DELETE
  @ActsThroughDevice
  @Path("/{id}")
  @Operation(operationId = "terminateUpload", summary = "Withdraw an upload no message refers to")
  @APIResponse(responseCode = "204", description = "Withdrawn; its bytes are removed")
  public Response terminate(@PathParam("id") String id) {
    Acting acting = acting();
    AttachmentId upload = parse(id);
    Act act = acting.act("attachment.delete").on("attachment", upload);
    return switch (terminateUpload.terminate(acting.device(), upload, act)) {
      case TERMINATED -> Response.noContent().build();
      case LINKED -> throw Problem.of(ProblemType.CONFLICT, "A message refers to this attachment");
      case ABSENT -> throw absent(act, upload);
      case GONE -> throw Problem.of(ProblemType.GONE);
    };
  }

  /** Nothing there for this device, as far as it may know; the attempt is recorded first. */
  private Problem absent(Act act, AttachmentId id) {
    audit.recordAlone(act.on("attachment", id).refused());
    return Problem.of(ProblemType.NOT_FOUND);
  }

  private static Response answer(AppendOutcome outcome) {
    return switch (outcome) {
      case AppendOutcome.Appended appended ->
          Response.noContent().header(Tus.OFFSET, appended.offset()).build();
      case AppendOutcome.AtOtherOffset other ->
          throw Problem.of(ProblemType.UPLOAD_OFFSET_MISMATCH).with("offset", other.offset());
      case AppendOutcome.BeingWritten busy ->
          throw Problem.of(ProblemType.CONFLICT, "Another request is appending to this upload")
              .retryAfter(RETRY);
      case AppendOutcome.TooLong tooLong -> throw Problem.of(ProblemType.TOO_LARGE);
      case AppendOutcome.Absent absent -> throw Problem.of(ProblemType.NOT_FOUND);
      case AppendOutcome.Gone gone -> throw Problem.of(ProblemType.GONE);
      case AppendOutcome.Saturated saturated ->
          throw Problem.of(ProblemType.UNAVAILABLE).retryAfter(saturated.retryAfter());
      case AppendOutcome.Damaged damaged ->
          throw Problem.of(ProblemType.UNAVAILABLE)
              .with("dependency", "object-store")
              .retryAfter(RETRY);
    };
  }

  private static long announcedLength(
      @Nullable String length, @Nullable String deferLength, @Nullable String metadata) {
    if (deferLength != null) {
      throw Tus.malformed(Tus.DEFER_LENGTH, "is not supported; send Upload-Length");
    }
    if (metadata != null && !metadata.isBlank()) {
      throw Tus.malformed(Tus.METADATA, "must be absent: names travel only inside the message");
    }
    long announced = Tus.number(Tus.LENGTH, length);
    if (announced == 0) {
      throw Tus.malformed(Tus.LENGTH, "must be above zero: ciphertext is never empty");
    }
    return announced;
  }

  /** An id that is not a UUID names nothing. */
  private static AttachmentId parse(String id) {
    return AttachmentId.parse(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private Acting acting() {
    Caller caller = current.require();
    return new Acting(caller, devices.requireActive(caller));
  }

  /** The caller and the device it acts through, both verified. */
  private record Acting(Caller caller, KnownDevice known) {
    DeviceId device() {
      return new DeviceId(known.deviceId());
    }

    Act act(String action) {
      return Act.of(action).by(caller, known);
    }
  }
}

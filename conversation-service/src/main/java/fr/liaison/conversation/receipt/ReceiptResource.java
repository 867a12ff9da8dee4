package fr.liaison.conversation.receipt;

import fr.liaison.conversation.refusal.Refusals;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.CurrentRequester;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.device.ActsThroughDevice;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the marks a device reports over HTTP; over the stream it acknowledges. */
@Path("/v1/conversations/{id}/receipts")
@Authenticated
@ActsThroughDevice
@RunOnVirtualThread
public class ReceiptResource {
  private final CurrentRequester requesters;
  private final MoveReceipt moveReceipt;
  private final Refusals refusals;

  ReceiptResource(CurrentRequester requesters, MoveReceipt moveReceipt, Refusals refusals) {
    this.requesters = requesters;
    this.moveReceipt = moveReceipt;
    this.refusals = refusals;
  }

  /** Either mark, or both; a mark that lies behind the stored one changes nothing. */
  public record ReceiptRequest(
      @Nullable @PositiveOrZero Long deliveredUpTo, @Nullable @PositiveOrZero Long readUpTo) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void move(@PathParam("id") UUID id, @NotNull @Valid ReceiptRequest request) {
    Requester requester = requesters.require();
    ConversationId conversation = new ConversationId(id);
    long delivered = request.deliveredUpTo() == null ? 0 : request.deliveredUpTo();
    long read = request.readUpTo() == null ? 0 : request.readUpTo();
    if (!moveReceipt.move(requester.device(), conversation, delivered, read)) {
      throw refusals.notAMember(requester, conversation, "receipt.move");
    }
  }
}

package fr.liaison.kit.document;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import fr.liaison.kit.identity.CurrentCaller;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes the document of a service whose callers act through a device: every operation names the
 * device and may answer an RFC 9457 problem. Named in {@code mp.openapi.filter} by the service.
 */
public class DeviceApiDocument implements OASFilter {
  private static final String PROBLEM = "Problem";

  @Override
  public Operation filterOperation(Operation operation) {
    APIResponses responses = operation.getResponses();
    List.of("400", "401", "403").forEach(responses::removeAPIResponse);
    responses.addAPIResponse(
        "default",
        OASFactory.createAPIResponse()
            .description("A problem; its code is stable")
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                            .schema(
                                OASFactory.createSchema()
                                    .ref("#/components/schemas/" + PROBLEM)))));
    return operation.addParameter(
        OASFactory.createParameter()
            .name(CurrentCaller.DEVICE_HEADER)
            .in(Parameter.In.HEADER)
            .required(true)
            .schema(typed(STRING).format("uuid")));
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getComponents()
        .addSchema(
            PROBLEM,
            typed(OBJECT)
                .description("RFC 9457; members beyond these depend on the code")
                .required(List.of("type", "title", "status", "code"))
                .addProperty("type", typed(STRING))
                .addProperty("title", typed(STRING))
                .addProperty("status", typed(INTEGER))
                .addProperty("code", typed(STRING))
                .addProperty("detail", typed(STRING))
                .addProperty("field", typed(STRING)));
  }

  private static Schema typed(Schema.SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }
}

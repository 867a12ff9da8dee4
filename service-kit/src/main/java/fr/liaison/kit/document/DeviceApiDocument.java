package fr.liaison.kit.document;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import fr.liaison.kit.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * As {@link ProblemsDocument}, for a service whose callers act through a device: every operation
 * names it.
 */
public class DeviceApiDocument extends ProblemsDocument {

  @Override
  public Operation filterOperation(Operation operation) {
    return super.filterOperation(operation)
        .addParameter(
            OASFactory.createParameter()
                .name(CurrentCaller.DEVICE_HEADER)
                .in(Parameter.In.HEADER)
                .required(true)
                .schema(typed(STRING).format("uuid")));
  }
}

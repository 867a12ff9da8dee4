package fr.liaison.directory.device;

import fr.liaison.contracts.json.Bytes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The root certificate (DER) to pin. */
@Schema(requiredProperties = "rootCertificate")
public record TrustAnchor(Bytes rootCertificate) {}

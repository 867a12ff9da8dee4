package fr.liaison.directory.card;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.directory.search.index.Homonyms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A card to keep. What is not signed is true of this moment only: others with the same name come
 * and go.
 */
@Schema(requiredProperties = {"jws", "digest", "homonyms"})
public record SignedCard(
    @Schema(
            contentMediaType = "application/jose",
            contentSchema = CardStatement.class,
            description =
                """
                JWS in compact form (RFC 7515), typ liaison-card+jws, alg ES256. Its payload is a \
                CardStatement; the x5c header holds the signing certificate, whose only alternative \
                name is urn:liaison:card-signer, and its issuer, which the trust anchor issued. \
                Both have to be valid at issuedAt.""")
        String jws,
    @Schema(description = "As in the payload: another one means that the card changed")
        Bytes digest,
    Homonyms homonyms) {}

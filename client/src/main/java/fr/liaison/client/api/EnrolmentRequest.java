package fr.liaison.client.api;

import fr.liaison.contracts.json.Bytes;

/** A device's key with the proof that its holder has the private half. */
public record EnrolmentRequest(String name, Bytes signatureKey, String challenge, Bytes proof) {}
